import { sourceTable } from '../../e2e/support/source-tables.ts';

/** Inhabitants as the demo's CSV has them and a Dutch page writes them: `80.957`. */
export function inhabitants(region: string, period: string): string {
  const { dimensions, cell } = sourceTable('bevolking');
  const codes = dimensions.map(({ role, total }) =>
    role === 'geo' ? region : role === 'time' ? period : role === 'metric' ? 'inwoners' : (total ?? ''),
  );
  return new Intl.NumberFormat('nl-NL').format(Number(cell(codes).value));
}
