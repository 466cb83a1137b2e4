/** Made-up figures of made-up neighbourhoods as JSON-stat, the same each time. */
export function longTable(rows: number, columns: number): Readonly<Record<string, unknown>> {
  const names = [
    'Centrum',
    'Noord',
    'Oude Haven',
    'Buitengebied met verspreide boerderijen',
    'De Éénhoek',
    '’s-Heerenhoek',
  ];
  let seed = 7;
  const random = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  const codes = Array.from({ length: rows }, (_, row) => `BU${String(10_000_000 + row)}`);
  const labels = codes.map((code): [string, string] => [
    code,
    `${names[Math.floor(random() * names.length)] ?? ''} ${Math.ceil(random() * 900)}`,
  ]);
  const years = Array.from({ length: columns }, (_, column) => String(2024 - columns + column));
  const value = Array.from({ length: rows * columns }, () => (random() < 0.03 ? null : Math.round(random() * 9000)));
  const status = value.flatMap((each, cell) => (each === null && cell % 3 === 0 ? [[String(cell), 'C']] : []));
  return {
    version: '2.0',
    class: 'dataset',
    label: 'Inwoners (verzonnen)',
    source: 'Verzonnen cijfers',
    id: ['RegioS', 'Perioden'],
    size: [rows, columns],
    role: { geo: ['RegioS'], time: ['Perioden'] },
    dimension: {
      RegioS: { label: 'Buurt', category: { index: codes, label: Object.fromEntries(labels) } },
      Perioden: { label: 'Periode', category: { index: years } },
    },
    value,
    status: Object.fromEntries(status),
  };
}
