import type { Selection } from '../../selection/resolve-selection.js';
import { queryId, readQuery, writeQuery } from '../saved-query.js';
import { allReadable, orUnreadable, toInventory } from '../readable.js';
import {
  PublishedMeanwhileError,
  QueryLimitError,
  StoreError,
  UnknownVersionError,
  type UnreadableVersionError,
} from '../store-errors.js';
import type {
  Candidate,
  Cells,
  Columns,
  Inventory,
  Observations,
  PublishedVersion,
  SavedQuery,
  Store,
} from '../store.js';
import { readVersion, writeRetraction, writeVersion } from '../version-text.js';
import { blocksOf, cellsOf, pick, toBlocks, toColumns, type Block } from './blocks.js';
import { Database, type Ask, type Row } from './database.js';

/** Blocks that travel at once: some hundreds of kilobytes. */
const blocksAtOnce = 1_000;

const blockColumns = 'block, figures::text, statuses';

/** The store in a PostgreSQL database, or in one that speaks its language. Many endpoints and publishers may share it. */
export class PostgresStore implements Store {
  readonly #database: Database;
  /** Last version seen per table, so that it is read and checked once. */
  readonly #current = new Map<string, PublishedVersion>();

  /**
   * Connects at the first question.
   * @param url `postgres://user:password@host/database?sslmode=verify-full`; is never repeated in errors.
   * @param options.connections Most connections at once.
   */
  constructor(url: string, { connections = 10 }: { readonly connections?: number } = {}) {
    this.#database = new Database(url, connections);
  }

  async tableIds(): Promise<readonly string[]> {
    return [...(await this.#currentNumbers()).keys()];
  }

  async tables(): Promise<readonly PublishedVersion[]> {
    return (await this.inventory()).tables;
  }

  async inventory(): Promise<Inventory> {
    const numbers = [...(await this.#currentNumbers())];
    return toInventory(await Promise.all(numbers.map(([id, number]) => orUnreadable(this.#known(id, number)))));
  }

  async revision(): Promise<string> {
    const [row] = await this.#read('SELECT revision FROM peilglas.revision WHERE id = 1');
    return row ? String(Number(row[0])) : '';
  }

  async current(id: string): Promise<PublishedVersion | null> {
    const [[number] = []] = await this.#read(
      'SELECT max(version) FROM peilglas.version WHERE table_id = $1 AND retraction IS NULL',
      [printable(id)],
    );
    return typeof number === 'number' ? this.#known(id, number) : null;
  }

  async version(id: string, number: number): Promise<PublishedVersion | null> {
    if (!isVersionNumber(number)) return null;
    const [row] = await this.#read(
      'SELECT description, retraction FROM peilglas.version WHERE table_id = $1 AND version = $2',
      [printable(id), number],
    );
    return row ? toVersion(id, [number, ...row]) : null;
  }

  async versions(id: string): Promise<readonly PublishedVersion[]> {
    return allReadable(await this.history(id));
  }

  async history(id: string): Promise<readonly (PublishedVersion | UnreadableVersionError)[]> {
    const rows = await this.#read(
      'SELECT version, description, retraction FROM peilglas.version WHERE table_id = $1 ORDER BY version',
      [printable(id)],
    );
    return Promise.all(rows.map((row) => orUnreadable((async () => toVersion(id, row))())));
  }

  async prepare(): Promise<void> {
    if (await this.#database.isThere()) await this.#database.migrate();
  }

  async publish({ table, observations, contentHash, checks, protectedBeside }: Candidate): Promise<PublishedVersion> {
    await this.#database.migrate();
    // Outside the transaction: who publishes at the same time need not wait, and a number is never used again.
    const [[number] = []] = await this.#database.ask(
      `INSERT INTO peilglas.version_number AS n (table_id, last) VALUES ($1, 1)
       ON CONFLICT (table_id) DO UPDATE SET last = n.last + 1 RETURNING last`,
      [table.id],
    );
    const version: PublishedVersion = {
      table,
      version: Number(number),
      contentHash,
      checks,
      publishedAt: new Date().toISOString(),
      observationCount: observations.count,
    };
    await this.#database.transaction(async (ask) => {
      await writeBlocks(ask, version, observations);
      if (protectedBeside !== null) {
        // Held until the end: of two publishers at once the second sees what the first has made.
        await ask('SELECT last FROM peilglas.version_number WHERE table_id = $1 FOR UPDATE', [table.id]);
        const [[newest] = []] = await ask('SELECT max(version) FROM peilglas.version WHERE table_id = $1', [table.id]);
        if (Number(newest ?? 0) > protectedBeside) throw new PublishedMeanwhileError(table.id);
      }
      await ask('INSERT INTO peilglas.version (table_id, version, description) VALUES ($1, $2, $3)', [
        table.id,
        version.version,
        writeVersion(version),
      ]);
      await announce(ask);
    });
    // Without fresh statistics the first answers read the whole table. Who may not gather them leaves it to the server.
    await this.#database.ask('ANALYZE peilglas.observation').catch(() => undefined);
    return version;
  }

  async retract(id: string, number: number, why: string): Promise<PublishedVersion> {
    await this.prepare();
    const version = await this.version(id, number);
    if (!version) throw new UnknownVersionError(id, number);
    if (version.retracted) return version;
    await this.#database.transaction(async (ask) => {
      await ask(
        `UPDATE peilglas.version SET retraction = $3
         WHERE table_id = $1 AND version = $2 AND retraction IS NULL`,
        [id, number, writeRetraction({ on: new Date().toISOString(), why })],
      );
      await announce(ask);
    });
    return (await this.version(id, number)) ?? version;
  }

  async cells({ table, version }: PublishedVersion, selection: Selection): Promise<Cells> {
    const cells = cellsOf(selection, sizesOf(table));
    const rows = await this.#database.ask(
      `SELECT ${blockColumns} FROM peilglas.observation
       WHERE table_id = $1 AND version = $2 AND block = ANY($3::bigint[])`,
      [table.id, version, blocksOf(cells)],
    );
    return pick(cells, rows.map(toBlock));
  }

  async *observations({ table, version }: PublishedVersion): AsyncIterable<Columns> {
    let last = -1;
    for (;;) {
      const rows = await this.#database.ask(
        `SELECT ${blockColumns} FROM peilglas.observation
         WHERE table_id = $1 AND version = $2 AND block > $3 ORDER BY block LIMIT $4`,
        [table.id, version, last, blocksAtOnce],
      );
      const blocks = rows.map(toBlock);
      if (blocks.length > 0) yield toColumns(blocks, sizesOf(table));
      if (blocks.length < blocksAtOnce) return;
      last = blocks.at(-1)?.number ?? last;
    }
  }

  async saveQuery(query: SavedQuery, most: number): Promise<string> {
    const text = writeQuery(query);
    const id = queryId(text);
    if (!(await this.#database.isReady())) throw new StoreError('Nothing was published in this store yet');
    // Looked up before it is written: who may only read is then still told where a query is that is kept already.
    const [known] = await this.#database.ask('SELECT 1 FROM peilglas.saved_query WHERE id = $1', [id]);
    if (known) return id;
    const [[kept] = []] = await this.#database.ask('SELECT count(*) FROM peilglas.saved_query');
    if (Number(kept) >= most) throw new QueryLimitError();
    await this.#database.ask(
      'INSERT INTO peilglas.saved_query (id, query) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING',
      [id, text],
    );
    return id;
  }

  async savedQuery(id: string): Promise<SavedQuery | null> {
    const [[text] = []] = await this.#read('SELECT query FROM peilglas.saved_query WHERE id = $1', [printable(id)]);
    return typeof text === 'string' ? readQuery(text) : null;
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  /** Current version numbers by table id, sorted by id. */
  async #currentNumbers(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#read(
      'SELECT table_id, max(version) FROM peilglas.version WHERE retraction IS NULL GROUP BY table_id',
    );
    // Sorted here: a database sorts by the rules of its language.
    return new Map(rows.map(([id, number]) => [String(id), Number(number)] as const).sort(byId));
  }

  async #known(id: string, number: number): Promise<PublishedVersion | null> {
    const known = this.#current.get(id);
    if (known?.version === number) return known;
    const version = await this.version(id, number);
    if (version && !version.retracted) this.#current.set(id, version);
    return version;
  }

  /** Rows; none where nothing was ever published. */
  async #read(sql: string, values?: readonly unknown[]): Promise<readonly Row[]> {
    return (await this.#database.isReady()) ? this.#database.ask(sql, values) : [];
  }
}

async function writeBlocks(ask: Ask, { table, version }: PublishedVersion, observations: Observations): Promise<void> {
  let waiting: Block[] = [];
  const write = async (): Promise<void> => {
    const blocks = waiting;
    waiting = [];
    await ask(
      `INSERT INTO peilglas.observation (table_id, version, block, figures, statuses)
       SELECT $1::text, $2::integer, block, figures::double precision[], statuses
       FROM unnest($3::bigint[], $4::text[], $5::text[]) AS b(block, figures, statuses)`,
      [
        table.id,
        version,
        blocks.map(({ number }) => number),
        blocks.map(({ figures }) => figures),
        blocks.map(({ statuses }) => statuses),
      ],
    );
  };
  for await (const block of toBlocks(observations.portions(), sizesOf(table))) {
    waiting.push(block);
    if (waiting.length === blocksAtOnce) await write();
  }
  if (waiting.length > 0) await write();
}

/** Last in a transaction: who publishes at the same time waits for this row no longer than a commit takes. */
async function announce(ask: Ask): Promise<void> {
  await ask('UPDATE peilglas.revision SET revision = revision + 1 WHERE id = 1');
}

function sizesOf(table: PublishedVersion['table']): readonly number[] {
  return table.dimensions.map(({ codes }) => codes.length);
}

function toBlock([number, figures, statuses]: Row): Block {
  return { number: Number(number), figures: String(figures), statuses: String(statuses) };
}

function toVersion(id: string, [number, description, retraction]: Row): PublishedVersion {
  return readVersion({
    id,
    number: Number(number),
    text: String(description),
    retraction: typeof retraction === 'string' ? retraction : null,
  });
}

function byId([a]: readonly [string, number], [b]: readonly [string, number]): number {
  return a < b ? -1 : 1;
}

function isVersionNumber(number: number): boolean {
  return Number.isInteger(number) && number > 0 && number < 2 ** 31;
}

/** PostgreSQL takes no NUL in a text; no id has one. */
function printable(id: string): string {
  return id.includes('\0') ? '' : id;
}
