import { Pool, type PoolClient } from 'pg';
import { StoreError } from '../store-errors.js';
import { isAbsent, toStoreError } from './database-error.js';
import { migrations } from './migrations/index.js';

/** Longest that one statement may take, and that a transaction may wait for its publisher, in milliseconds. */
const statementTime = 30_000;
const idleTime = 600_000;
/** Longest for one statement that changes the schema, whatever holds for others: it may have every figure to write anew. */
const migrationTime = 6 * 3_600_000;

/** Any number that no other program on the same database takes for its own lock. */
const migrationLock = 7_345_264_539;

export type Row = readonly unknown[];

/** Asks one statement; every value is bound. */
export type Ask = (sql: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

/** A pool of connections to a database with the schema of this version; all its errors are StoreErrors. */
export class Database {
  readonly #pool: Pool;
  #ready = false;

  constructor(url: string, connections: number) {
    this.#pool = new Pool({
      // What the connection string says of these wins.
      connectionString: url,
      application_name: 'peilglas',
      max: connections,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
      statement_timeout: statementTime,
      query_timeout: statementTime + 5_000,
      idle_in_transaction_session_timeout: idleTime,
    });
    // A connection that breaks while nobody uses it is replaced at the next question.
    this.#pool.on('error', () => undefined);
  }

  readonly ask: Ask = async (sql, values = []) => {
    try {
      return (await this.#pool.query<unknown[]>({ text: sql, values: [...values], rowMode: 'array' })).rows;
    } catch (error) {
      throw toStoreError(error);
    }
  };

  /**
   * All of the work, or nothing of it.
   * @param time Longest that one statement may take, when it is another than for all.
   */
  async transaction<T>(work: (ask: Ask) => Promise<T>, time?: number): Promise<T> {
    const client = await this.#connect();
    const ask = askOn(client, time);
    let broken = false;
    // Between two statements nobody waits for this connection: the next one tells that it broke.
    const ignore = (): void => undefined;
    client.on('error', ignore);
    try {
      await ask('BEGIN');
      if (time !== undefined) await ask(`SET LOCAL statement_timeout = ${time}`);
      const result = await work(ask);
      await ask('COMMIT');
      return result;
    } catch (error) {
      await ask('ROLLBACK').catch(() => (broken = true));
      throw error;
    } finally {
      client.off('error', ignore);
      client.release(broken);
    }
  }

  /**
   * Whether anything was ever published here.
   * @throws StoreError when the schema is another program version's.
   */
  async isReady(): Promise<boolean> {
    if (this.#ready) return true;
    const found = await this.#schemaNumber();
    if (found === 0) return false;
    requireOwn(found);
    return (this.#ready = true);
  }

  /** Whether there is a schema, of whatever version: without one there is nothing to bring up to date. */
  async isThere(): Promise<boolean> {
    return this.#ready || (await this.#schemaNumber()) > 0;
  }

  /** Brings the schema to this version; two publishers at once do so one after the other. */
  async migrate(): Promise<void> {
    if (this.#ready) return;
    const found = await this.#schemaNumber();
    if (found >= migrations.length) {
      requireOwn(found);
      return;
    }
    await this.transaction(async (ask) => {
      await ask('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
      await ask('CREATE SCHEMA IF NOT EXISTS peilglas');
      await ask(
        'CREATE TABLE IF NOT EXISTS peilglas.migration (number integer PRIMARY KEY, applied timestamptz NOT NULL)',
      );
      const [[done] = []] = await ask('SELECT coalesce(max(number), 0) FROM peilglas.migration');
      if (Number(done) > migrations.length) requireOwn(Number(done));
      for (const [index, sql] of migrations.entries()) {
        if (index < Number(done)) continue;
        for (const statement of sql.split(';')) if (statement.trim() !== '') await ask(statement);
        await ask('INSERT INTO peilglas.migration (number, applied) VALUES ($1, now())', [index + 1]);
      }
    }, migrationTime);
  }

  async close(): Promise<void> {
    if (!this.#pool.ended) await this.#pool.end();
  }

  /** 0 where nothing was ever published. */
  async #schemaNumber(): Promise<number> {
    try {
      const { rows } = await this.#pool.query<unknown[]>({
        text: 'SELECT coalesce(max(number), 0) FROM peilglas.migration',
        rowMode: 'array',
      });
      return Number(rows[0]?.[0]);
    } catch (error) {
      if (isAbsent(error)) return 0;
      throw toStoreError(error);
    }
  }

  async #connect(): Promise<PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      throw toStoreError(error);
    }
  }
}

function askOn(client: PoolClient, time?: number): Ask {
  // The driver's own patience, which ends a little later than the database's.
  const patience = time === undefined ? {} : { query_timeout: time + 5_000 };
  return async (sql, values = []) => {
    try {
      return (await client.query<unknown[]>({ text: sql, values: [...values], rowMode: 'array', ...patience })).rows;
    } catch (error) {
      throw toStoreError(error);
    }
  };
}

function requireOwn(found: number): void {
  if (found === migrations.length) return;
  const own = migrations.length;
  throw new StoreError(
    found > own
      ? `The database has schema ${found}, and this program knows up to ${own}: install the version that publishes`
      : `The database has schema ${found}, and this program needs ${own}: run peilglas-endpoint publish (or retract) of this version once, which brings it up to date`,
  );
}
