type Row = Readonly<Record<string, string>>;

const tables = new Map<string, Promise<readonly Row[]>>();

async function readTable(name: string): Promise<readonly Row[]> {
  const answer = await fetch(`/demo/tables/${name}.csv`);
  const [head = '', ...lines] = (await answer.text()).trim().split('\n');
  const columns = head.trim().split(',');
  return lines.map((line) => {
    const fields = line.trim().split(',');
    return Object.fromEntries(columns.map((column, index) => [column, fields[index] ?? '']));
  });
}

/** Rows of a demo table that have these codes, in the file's own column names. */
export async function demoRows(table: string, codes: Row): Promise<readonly Row[]> {
  const reading = tables.get(table) ?? readTable(table);
  tables.set(table, reading);
  return (await reading).filter((row) => Object.entries(codes).every(([column, code]) => row[column] === code));
}

/** The one figure of a demo table with these codes. */
export async function demoFigure(table: string, codes: Row): Promise<number> {
  const [row, another] = await demoRows(table, codes);
  if (!row || another || !row.value) throw new Error(`Not one figure for ${JSON.stringify(codes)} in ${table}`);
  return Number(row.value);
}

export async function inhabitants(region: string, period: string, sex = 'T'): Promise<number> {
  return demoFigure('bevolking', { region, period, sex, indicator: 'inwoners' });
}

const dutch = new Intl.NumberFormat('nl');

/** A number as a Dutch page writes it. */
export function written(value: number): string {
  return dutch.format(value);
}
