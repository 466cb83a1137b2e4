import type { Ordered, TableWords } from './table-words.js';

const directions: Readonly<Record<Ordered['kind'], readonly [string, string]>> = {
  figures: ['fan leech nei heech', 'fan heech nei leech'],
  labels: ['fan A oant Z', 'fan Z oant A'],
  periods: ['fan betiid nei let', 'fan let nei betiid'],
};

export const tableFy: TableWords = {
  table: (title) => `Tabel: ${title}`,
  own: 'keazen',
  sorted: (order) =>
    order
      ? `De rigen steane op folchoarder fan ${order.by}, ${directions[order.kind][Number(order.descending)] ?? ''}`
      : 'De rigen steane wer yn de earste folchoarder',
  sorting: 'De rigen wurde op folchoarder set',
  pickKeys: 'Mei de pylktoetsen omheech en omleech geane jo by de rigen lâns. Mei Enter kieze jo in rige.',
  blank: 'neat',
};
