import { Client, type FieldDef } from 'pg';
import Cursor from 'pg-cursor';

/** Longest that the database may work on one portion, in milliseconds; the connection string may say otherwise. */
const statementTime = 600_000;
/** Rows per portion; as many as a chunk of DuckDB holds. */
const portion = 2048;

export type TextRow = readonly (string | null)[];

export interface RowPortion {
  readonly columns: readonly string[];
  readonly rows: readonly TextRow[];
}

/** Every value stays the text that PostgreSQL sends: a numeric keeps its decimals, a bigint its digits. */
const asText = { getTypeParser: () => (text: string) => text };

/**
 * The answer to one statement in portions, at least one; the database sees to it that nothing is changed.
 * @param url Connection string.
 * @throws what `pg` throws; its messages may hold host, account and data.
 */
export async function* postgresRows(url: string, query: string): AsyncIterable<RowPortion> {
  const client = new Client({
    // What the connection string says of these wins.
    connectionString: url,
    application_name: 'peilglas',
    connectionTimeoutMillis: 10_000,
    statement_timeout: statementTime,
  });
  // A connection that breaks is told by the question that is under way.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    const cursor = client.query(new Cursor<TextRow>(query, [], { rowMode: 'array', types: asText }));
    let read: RowPortion;
    do {
      read = await readPortion(cursor);
      yield read;
    } while (read.rows.length === portion);
    await cursor.close();
    await client.query('ROLLBACK');
  } finally {
    await client.end().catch(() => undefined);
  }
}

function readPortion(cursor: Cursor<TextRow>): Promise<RowPortion> {
  return new Promise((resolve, reject) => {
    cursor.read(portion, (error, rows: TextRow[], result) => {
      if (error) reject(error);
      else resolve({ columns: result.fields.map(({ name }: FieldDef) => name), rows });
    });
  });
}
