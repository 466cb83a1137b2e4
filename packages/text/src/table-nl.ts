import type { Ordered, TableWords } from './table-words.js';

const directions: Readonly<Record<Ordered['kind'], readonly [string, string]>> = {
  figures: ['van laag naar hoog', 'van hoog naar laag'],
  labels: ['van A tot Z', 'van Z tot A'],
  periods: ['van vroeg naar laat', 'van laat naar vroeg'],
};

export const tableNl: TableWords = {
  table: (title) => `Tabel: ${title}`,
  own: 'gekozen',
  sorted: (order) =>
    order
      ? `De rijen staan op volgorde van ${order.by}, ${directions[order.kind][Number(order.descending)] ?? ''}`
      : 'De rijen staan weer in de eerste volgorde',
  sorting: 'De rijen worden op volgorde gezet',
  pickKeys: 'Met de pijltjestoetsen omhoog en omlaag gaat u langs de rijen. Met Enter kiest u een rij.',
  blank: 'leeg',
};
