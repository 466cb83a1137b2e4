import type { Ordered, TableWords } from './table-words.js';

const directions: Readonly<Record<Ordered['kind'], readonly [string, string]>> = {
  figures: ['von niedrig nach hoch', 'von hoch nach niedrig'],
  labels: ['von A bis Z', 'von Z bis A'],
  periods: ['von früh nach spät', 'von spät nach früh'],
};

export const tableDe: TableWords = {
  table: (title) => `Tabelle: ${title}`,
  own: 'gewählt',
  sorted: (order) =>
    order
      ? `Die Zeilen sind geordnet nach ${order.by}, ${directions[order.kind][Number(order.descending)] ?? ''}`
      : 'Die Zeilen stehen wieder in der ersten Reihenfolge',
  sorting: 'Die Zeilen werden geordnet',
  pickKeys: 'Mit den Pfeiltasten nach oben und unten gehen Sie durch die Zeilen. Mit Enter wählen Sie eine Zeile.',
  blank: 'leer',
};
