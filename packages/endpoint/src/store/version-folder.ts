/**
 * Files of one table in the store:
 *
 *   <id>/3.duckdb            observations of version 3; never changed
 *   <id>/3.json              what version 3 says (table, hash, checks); never changed. Its name is what publishes it
 *   <id>/3.retracted.json    when and why version 3 was taken back
 *   <id>/4.reserved          a publisher is writing version 4, or died doing so
 *   <id>/4.abandoned         what is left of version 4 is being cleared away
 *
 * Current is the highest version without a retraction. No other file says so: a process that dies leaves either the whole
 * version or none of it.
 */
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { tableIdSchema } from '../table.js';
import {
  flush,
  hasCode,
  makeFolder,
  namesIn,
  readIfPresent,
  remove,
  removeForgotten,
  replaceFile,
} from './durable-files.js';
import { Reservation, takeOver } from './reservation.js';
import { PublishedMeanwhileError, toReadError, UnreadableVersionError } from './store-errors.js';
import type { PublishedVersion, Retraction } from './store.js';
import { readVersion, writeRetraction, writeVersion } from './version-text.js';

/** Failures of one file, not of the whole store. */
const closedCodes = ['EACCES', 'EPERM', 'EISDIR', 'EIO'];

/** Whether the text can be the name of a table's folder; keeps `..` and separators out of paths. */
export function isTableId(id: string): boolean {
  return v.is(tableIdSchema, id);
}

export interface ReservedVersion {
  readonly number: number;
  readonly reservation: Reservation;
}

export class VersionFolder {
  readonly #id: string;
  readonly #path: string;

  constructor(store: string, id: string) {
    if (!isTableId(id)) throw new RangeError(`Not a table id: ${id}`);
    this.#id = id;
    this.#path = join(resolve(store), id);
  }

  observations(version: number): string {
    return this.#file(version, 'duckdb');
  }

  /** The current version's number, or null when there is none. */
  async currentNumber(): Promise<number | null> {
    const names = await namesIn(this.#path);
    const retracted = new Set(numbersOf(names, 'retracted.json'));
    return Math.max(0, ...numbersOf(names, 'json').filter((version) => !retracted.has(version))) || null;
  }

  /**
   * Null when it was never published.
   * @throws UnreadableVersionError
   */
  async read(version: number): Promise<PublishedVersion | null> {
    const text = await this.#text(version, 'json');
    if (text === null) return null;
    const retraction = await this.#text(version, 'retracted.json');
    return readVersion({ id: this.#id, number: version, text, retraction });
  }

  async #text(version: number, suffix: string): Promise<string | null> {
    try {
      return await readIfPresent(this.#file(version, suffix));
    } catch (error) {
      if (!closedCodes.some((code) => hasCode(error, code))) throw toReadError(error);
      throw new UnreadableVersionError(this.#id, version, 'closed');
    }
  }

  /** Numbers of all published versions, oldest first. */
  async numbers(): Promise<readonly number[]> {
    return numbersOf(await namesIn(this.#path), 'json');
  }

  /** Takes the next free number; two publishers at once never get the same. */
  async reserve(): Promise<ReservedVersion> {
    await makeFolder(this.#path);
    for (;;) {
      const number = Math.max(0, ...(await namesIn(this.#path)).map(numberOf)) + 1;
      const reservation = await Reservation.take(this.#file(number, 'reserved'));
      if (!reservation) continue;
      // Between looking and taking another publisher may have finished with this very number.
      const others = (await namesIn(this.#path)).filter((name) => numberOf(name) === number);
      if (others.length === 1) return { number, reservation };
      await reservation.cancel();
    }
  }

  /**
   * Makes a reserved version public, when its observations are written.
   * @param protectedBeside the newest version that its protection knew; null where that does not matter
   */
  async publish(version: PublishedVersion, reservation: Reservation, protectedBeside: number | null): Promise<void> {
    await flush(this.observations(version.version));
    if (protectedBeside !== null && (await this.#isOvertaken(version.version, protectedBeside)))
      throw new PublishedMeanwhileError(this.#id);
    await reservation.become(this.#file(version.version, 'json'), writeVersion(version));
  }

  /** Of two publishers at once the one with the lower number goes first, and the other sees it whatever it has come to. */
  async #isOvertaken(own: number, known: number): Promise<boolean> {
    const names = await namesIn(this.#path);
    const earlier = numbersOf(names, 'reserved').filter((number) => number < own);
    const published = numbersOf(names, 'json').filter((number) => number !== own);
    return [...earlier, ...published].some((number) => number > known);
  }

  async retract(version: number, retraction: Retraction): Promise<void> {
    await replaceFile(this.#file(version, 'retracted.json'), writeRetraction(retraction));
  }

  /** Gives up a reserved version. */
  async cancel({ number, reservation }: ReservedVersion): Promise<void> {
    await this.#removeObservations(number);
    await reservation.cancel();
  }

  /** Clears away what dead publishers left; to be called by who holds a higher number, so that theirs are not used again. */
  async clearAway(): Promise<void> {
    await removeForgotten(this.#path);
    const names = await namesIn(this.#path);
    for (const number of numbersOf(names, 'reserved')) {
      if (await takeOver(this.#file(number, 'reserved'), this.#file(number, 'abandoned'))) await this.#remove(number);
    }
    for (const number of numbersOf(names, 'abandoned')) await this.#remove(number);
  }

  async #remove(number: number): Promise<void> {
    // Asked by name: a list of names that is made while one changes may lack it.
    if ((await readIfPresent(this.#file(number, 'json'))) === null) await this.#removeObservations(number);
    await remove(this.#file(number, 'abandoned'));
  }

  /** The file, and what DuckDB keeps beside it while it writes. */
  async #removeObservations(number: number): Promise<void> {
    const names = (await namesIn(this.#path)).filter((name) => name.startsWith(`${number}.duckdb`));
    await Promise.all(names.map((name) => remove(join(this.#path, name))));
  }

  #file(version: number, suffix: string): string {
    return join(this.#path, `${version}.${suffix}`);
  }
}

function numberOf(name: string): number {
  return Number(/^(\d+)\./.exec(name)?.[1] ?? 0);
}

function numbersOf(names: readonly string[], suffix: string): readonly number[] {
  return names
    .filter((name) => /^\d+$/.test(name.slice(0, -suffix.length - 1)) && name.endsWith(`.${suffix}`))
    .map(numberOf)
    .sort((a, b) => a - b);
}
