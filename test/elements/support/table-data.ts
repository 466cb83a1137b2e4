/** JSON-stat of any shape, for tables that no demo table is. */
export interface Axis {
  readonly id: string;
  readonly label?: string;
  readonly role?: 'geo' | 'time' | 'metric';
  /** Labels by code. */
  readonly codes: Readonly<Record<string, string>>;
  readonly total?: string;
  readonly units?: Readonly<Record<string, string>>;
}

interface Given {
  readonly values?: readonly (number | null)[];
  readonly statuses?: Readonly<Record<number, string>>;
  readonly decimals?: number;
  readonly label?: string;
}

/** @param axes the last one fastest; values count up from 1 when none are given */
export function tableData(axes: readonly Axis[], given: Given = {}): Readonly<Record<string, unknown>> {
  const sizes = axes.map(({ codes }) => Object.keys(codes).length);
  const cells = sizes.reduce((product, size) => product * size, 1);
  const idsOf = (role: string): readonly string[] => axes.flatMap((axis) => (axis.role === role ? [axis.id] : []));
  return {
    version: '2.0',
    class: 'dataset',
    label: given.label ?? 'Proeftabel',
    source: 'Proefbron',
    id: axes.map(({ id }) => id),
    size: sizes,
    role: { geo: idsOf('geo'), time: idsOf('time'), metric: idsOf('metric') },
    dimension: Object.fromEntries(
      axes.map(({ id, label, role, codes, total, units }) => [
        id,
        {
          label: label ?? id,
          category: {
            index: Object.keys(codes),
            label: codes,
            unit:
              role === 'metric' &&
              Object.fromEntries(
                Object.keys(codes).map((code) => [
                  code,
                  { base: units?.[code] ?? 'stuks', decimals: given.decimals ?? 0 },
                ]),
              ),
          },
          extension: { eliminationValueCode: total },
        },
      ]),
    ),
    value: given.values ?? Array.from({ length: cells }, (_, cell) => cell + 1),
    status: given.statuses,
  };
}

export const regions: Axis = {
  id: 'RegioS',
  label: 'Regio',
  role: 'geo',
  codes: { A: 'Adorp', B: 'Bedorp', C: 'Cedorp' },
};
export const periods: Axis = { id: 'Perioden', label: 'Periode', role: 'time', codes: { 2022: '2022', 2023: '2023' } };
export const sexes: Axis = { id: 'Geslacht', codes: { T: 'Totaal', M: 'Mannen', V: 'Vrouwen' }, total: 'T' };
export const metric: Axis = { id: 'Onderwerp', role: 'metric', codes: { x: 'Proefcijfers' } };
