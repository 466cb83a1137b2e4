import type { Ordered, TableWords } from './table-words.js';

const directions: Readonly<Record<Ordered['kind'], readonly [string, string]>> = {
  figures: ['low to high', 'high to low'],
  labels: ['A to Z', 'Z to A'],
  periods: ['early to late', 'late to early'],
};

export const tableEn: TableWords = {
  table: (title) => `Table: ${title}`,
  own: 'chosen',
  sorted: (order) =>
    order
      ? `The rows are sorted by ${order.by}, ${directions[order.kind][Number(order.descending)] ?? ''}`
      : 'The rows are in their first order again',
  sorting: 'The rows are being sorted',
  pickKeys: 'Use the up and down arrow keys to move along the rows. Enter chooses a row.',
  blank: 'blank',
};
