import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import {
  createEndpoint,
  publishTables,
  QueryLimitError,
  UnknownVersionError,
  UnreadableVersionError,
  type SavedQuery,
  type Store,
} from '@peilglas/endpoint';
import { temporaryFolder, writeTable, type Edits } from '../support.ts';
import { allObservations, candidateOf, cubeTable, type Observation } from './candidates.ts';
import { unlimited } from '../../support/unlimited.ts';

/** Where stores are: each open gives another store object on the same place. */
export interface Place {
  open(): Store;
  /** Changes what a version says behind the back of the stores. */
  rewrite(id: string, version: number, change: (text: string) => string): Promise<void>;
}
export type NewPlace = () => Promise<Place>;

const changed: Edits = { data: (text) => text.replace('1000111', '1000112') };

/** The tests that every store passes. */
export function describeStore(name: string, newPlace: NewPlace): void {
  async function newStore() {
    const place = await newPlace();
    const open = (): Store => {
      const store = place.open();
      after(() => store.close());
      return store;
    };
    const store = open();
    const folder = await temporaryFolder();
    const publish = async (edits: Edits = {}, into: Store = store) => {
      const [report] = await publishTables({ paths: [await writeTable(folder, edits)], store: into });
      assert.ok(report);
      return report;
    };
    const rewrite: Place['rewrite'] = (...of) => place.rewrite(...of);
    return { store, open, publish, rewrite };
  }

  async function numbers(store: Store, id = 'werk'): Promise<readonly number[]> {
    return (await store.versions(id)).map(({ version }) => version);
  }

  describe(`${name}: versions`, () => {
    it('is empty before the first publication', async () => {
      const { store } = await newStore();
      assert.deepEqual(
        [await store.tableIds(), await store.tables(), await store.revision(), await store.versions('werk')],
        [[], [], '', []],
      );
      assert.equal(await store.current('werk'), null);
      assert.equal(await store.savedQuery('a'.repeat(43)), null);
    });

    it('gives back what was published, in another process too', async () => {
      const { store, open, publish } = await newStore();
      assert.equal((await publish()).outcome, 'published');
      const version = await store.current('werk');
      assert.deepEqual(await open().current('werk'), version);
      assert.deepEqual(await open().version('werk', 1), version);
      assert.deepEqual(await open().tables(), [version]);
      assert.equal(version?.observationCount, 47);
      assert.equal(version.retracted, undefined);
    });

    it('lists tables by id in plain order', async () => {
      const { store } = await newStore();
      for (const id of ['b', 'a-b', 'ab', 'a']) await store.publish(candidateOf(cubeTable([1, 1], id), []));
      assert.deepEqual(await store.tableIds(), ['a', 'a-b', 'ab', 'b']);
      assert.deepEqual(
        (await store.tables()).map(({ table }) => table.id),
        ['a', 'a-b', 'ab', 'b'],
      );
    });

    it('has no table under an odd id, and no odd version', async () => {
      const { store, publish } = await newStore();
      await publish();
      for (const id of [
        '',
        '..',
        '../werk',
        'WERK',
        "werk'",
        'werk\0',
        '__proto__',
        '%',
        '_queries',
        'x'.repeat(9999),
      ]) {
        assert.equal(await store.current(id), null, id);
        assert.equal(await store.version(id, 1), null, id);
        assert.deepEqual(await store.versions(id), [], id);
        assert.equal(await store.savedQuery(id), null, id);
      }
      for (const number of [0, 2, -1, 1.5, Number.NaN, Infinity, 2 ** 40]) {
        assert.equal(await store.version('werk', number), null, String(number));
      }
    });

    it('says by its revision that something changed', async () => {
      const { store, open, publish } = await newStore();
      const reader = open();
      const seen = [await reader.revision()];
      await publish();
      seen.push(await reader.revision());
      await publish(changed);
      seen.push(await reader.revision());
      assert.equal(seen.at(-1), await reader.revision());
      await store.retract('werk', 2, 'wrong');
      seen.push(await reader.revision());
      assert.equal(new Set(seen).size, 4);
    });

    it('gives publishers at once their own numbers', async () => {
      const { open, publish } = await newStore();
      await publish();
      const made = await Promise.all(
        [1, 2, 3, 4].map((value) => open().publish(candidateOf(cubeTable([1, 1], 'werk'), [[[0, 0], value, null]]))),
      );
      assert.deepEqual(made.map(({ version }) => version).sort(), [2, 3, 4, 5]);
      assert.equal((await open().current('werk'))?.version, 5);
    });

    it('refuses figures of which the protection does not know the newest version, also of who publishes at once', async () => {
      const { store, open, publish } = await newStore();
      await publish();
      const beside = (protectedBeside: number) => ({
        ...candidateOf(cubeTable([1, 1], 'werk'), [[[0, 0], protectedBeside, null]]),
        protectedBeside,
      });
      await assert.rejects(store.publish(beside(0)), { name: 'PublishedMeanwhileError' });
      assert.deepEqual(await numbers(store), [1]);
      const made = await Promise.allSettled([1, 2, 3, 4].map(() => open().publish(beside(1))));
      assert.deepEqual(made.map(({ status }) => status).sort(), ['fulfilled', 'rejected', 'rejected', 'rejected']);
      assert.equal((await numbers(store)).length, 2);
    });

    it('keeps the last good version when observations cannot be read to their end, and goes on afterwards', async () => {
      const { store, publish } = await newStore();
      await publish();
      const candidate = candidateOf(cubeTable([1, 1], 'werk'), []);
      const failing = (): never => {
        throw new RangeError('no more');
      };
      await assert.rejects(
        store.publish({ ...candidate, observations: { count: 1, portions: failing, writeDuckDb: failing } }),
      );
      assert.deepEqual(await numbers(store), [1]);
      assert.equal((await publish(changed)).outcome, 'published');
      assert.deepEqual((await store.current('werk'))?.contentHash, (await store.versions('werk')).at(-1)?.contentHash);
    });
  });

  describe(`${name}: a version that could not be read back`, () => {
    it('is refused, and what was served stays', async () => {
      const { store, publish } = await newStore();
      await publish();
      const table = cubeTable([1, 1], 'werk');
      const [first, ...others] = table.dimensions;
      assert.ok(first);
      const dimensions = [{ ...first, codes: [{ code: '2021 - 2023', label: { nl: '2021 - 2023' } }] }, ...others];
      const candidate = candidateOf({ ...table, dimensions }, [[[0, 0], 1, null]]);
      await assert.rejects(store.publish(candidate), /would not be readable/);
      assert.deepEqual(await numbers(store), [1]);
      assert.equal((await store.current('werk'))?.version, 1);
    });
  });

  describe(`${name}: retracting`, () => {
    it('makes the newest other version current, and keeps the retracted one', async () => {
      const { store, open, publish } = await newStore();
      await publish();
      await publish(changed);
      const retracted = await store.retract('werk', 2, 'One figure was wrong');
      assert.equal(retracted.retracted?.why, 'One figure was wrong');
      assert.match(retracted.retracted.on, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
      for (const each of [store, open()]) {
        assert.equal((await each.current('werk'))?.version, 1);
        assert.deepEqual(await each.version('werk', 2), retracted);
        assert.deepEqual(await numbers(each), [1, 2]);
      }
      assert.deepEqual((await store.cells(retracted, [[0], [0], [3], [0]])).values, [1_000_112]);
    });

    it('takes a table without other versions from the lists', async () => {
      const { store, publish } = await newStore();
      await publish();
      await store.retract('werk', 1, 'wrong');
      assert.deepEqual([await store.tableIds(), await store.tables(), await store.current('werk')], [[], [], null]);
    });

    it('of an older version changes nothing for who asks now', async () => {
      const { store, publish } = await newStore();
      await publish();
      await publish(changed);
      await store.retract('werk', 1, 'wrong');
      assert.equal((await store.current('werk'))?.version, 2);
      assert.equal((await store.current('werk'))?.retracted, undefined);
    });

    it('once more changes nothing', async () => {
      const { store, publish } = await newStore();
      await publish();
      const first = await store.retract('werk', 1, 'first reason');
      const revision = await store.revision();
      assert.deepEqual(await store.retract('werk', 1, 'second reason'), first);
      assert.equal(await store.revision(), revision);
    });

    it('refuses a version that is not there', async () => {
      const { store, publish } = await newStore();
      await assert.rejects(store.retract('werk', 1, 'wrong'), UnknownVersionError);
      await publish();
      await assert.rejects(store.retract('werk', 2, 'wrong'), /no version 2 of table werk/);
      await assert.rejects(store.retract('../werk', 1, 'wrong'), UnknownVersionError);
    });

    it('lets the same content be published again, as a new version', async () => {
      const { store, publish } = await newStore();
      await publish();
      await store.retract('werk', 1, 'too early');
      const again = await publish();
      assert.deepEqual([again.outcome, again.version], ['published', 2]);
      assert.equal((await store.current('werk'))?.version, 2);
    });

    it('is seen by a running endpoint', async () => {
      const { store, open, publish } = await newStore();
      await publish();
      const app = createEndpoint({ ...unlimited, store: open() });
      after(() => app.close());
      // An endpoint may believe its store for a moment.
      const becomes = async (status: number) => {
        for (let tries = 0; tries < 100; tries++) {
          if ((await app.inject('/api/v2/tables/werk')).statusCode === status) return;
          await pause(20);
        }
        assert.fail(`never answered ${status}`);
      };
      await becomes(200);
      await store.retract('werk', 1, 'wrong');
      await becomes(404);
      await publish();
      await becomes(200);
    });
  });

  describe(`${name}: a version that cannot be read`, () => {
    const broken: readonly (readonly [name: string, change: (text: string) => string, why: RegExp])[] = [
      ['is cut off', (text) => text.slice(0, 100), /text is broken/],
      ['lacks a field', (text) => text.replace('"contentHash"', '"hash"'), /text is broken/],
      ['is of another table', (text) => text.replace('"id": "werk"', '"id": "wonen"'), /text is broken/],
      ['is of a newer program', (text) => text.replace('"format": 1', '"format": 2, "new": 1'), /newer program/],
    ];
    for (const [what, change, why] of broken) {
      it(`since it ${what} takes its own table away, not the others and not back to an earlier version`, async () => {
        const { store, open, publish, rewrite } = await newStore();
        await publish();
        await publish(changed);
        await store.publish(candidateOf(cubeTable([1, 1], 'kubus'), []));
        await rewrite('werk', 2, change);
        const reader = open();
        const { tables, unreadable } = await reader.inventory();
        assert.deepEqual(
          tables.map(({ table }) => table.id),
          ['kubus'],
        );
        assert.deepEqual(
          unreadable.map(({ id, version }) => [id, version]),
          [['werk', 2]],
        );
        assert.match(unreadable[0]?.message ?? '', why);
        assert.deepEqual(await reader.tableIds(), ['kubus', 'werk']);
        await assert.rejects(reader.current('werk'), UnreadableVersionError);
        await assert.rejects(reader.versions('werk'), UnreadableVersionError);
        assert.equal((await reader.version('werk', 1))?.version, 1);
        assert.deepEqual(
          (await reader.history('werk')).map((each) => [each.version, each instanceof UnreadableVersionError]),
          [
            [1, false],
            [2, true],
          ],
        );
        // What it told is not known, so nothing may follow it.
        const report = await publish({ data: (text) => text.replace('1000111', '1000113') }, reader);
        assert.deepEqual([report.outcome, report.findings.at(-1)?.rule], ['refused', 'store']);
      });
    }

    it('is read when it is of before there was a format number', async () => {
      const { open, publish, rewrite } = await newStore();
      await publish();
      await rewrite('werk', 1, (text) => text.replace(/ *"format": 1,\n/, ''));
      assert.equal((await open().current('werk'))?.version, 1);
    });

    it('closes what an earlier version had open, for a running endpoint too', async () => {
      const { store, open, publish, rewrite } = await newStore();
      await publish();
      const app = createEndpoint({ ...unlimited, store: open() });
      after(() => app.close());
      const saved = await app.inject({
        method: 'POST',
        url: '/api/v2/savedqueries',
        payload: { tableId: 'werk', language: 'nl', selection: { selection: [] } },
      });
      const query = String(saved.headers.location);
      assert.equal((await app.inject(`${query}/data`)).statusCode, 200);
      const closing = await open().publish(candidateOf(cubeTable([1, 1], 'werk'), []));
      await rewrite('werk', closing.version, () => '{}');
      await store.publish(candidateOf(cubeTable([1, 1], 'kubus'), []));
      const status = async (url: string): Promise<number> => (await app.inject(url)).statusCode;
      for (let tries = 0; tries < 100 && (await status('/api/v2/tables/kubus')) !== 200; tries++) await pause(20);
      assert.equal(await status('/api/v2/tables/kubus'), 200);
      for (const url of ['/api/v2/tables/werk', query, `${query}/data`]) assert.equal(await status(url), 404, url);
      assert.deepEqual((await app.inject('/readyz')).json(), { status: 'ready', unreadable: 1 });
    });
  });

  describe(`${name}: observations`, () => {
    /** A sparse cube with every state, blocks without observations, and numbers that need all their digits. */
    const sizes = [7, 3, 40];
    const table = cubeTable(sizes);
    const figures = [0.1 + 0.2, -1e-300, 1e21, 5e-324, 123_456_789.123_456_78, 0, -7];
    const states = ['P', 'R', 'E', 'B'] as const;
    const missing = ['U', 'C', 'M', 'O', 'N'] as const;
    const observations: Observation[] = [];
    for (let a = 0; a < 7; a++) {
      for (let b = 0; b < 3; b++) {
        for (let c = 0; c < 40; c++) {
          const kind = (a * 31 + b * 17 + c * 7) % 11;
          if (a === 3 || kind === 0) continue;
          if (kind < 3) observations.push([[a, b, c], null, missing[(a + c) % 5] ?? 'O']);
          else
            observations.push([[a, b, c], figures[(a + b + c) % 7] ?? 0, kind < 6 ? (states[kind - 3] ?? 'P') : null]);
        }
      }
    }

    it('come back in order, in portions, each once', async () => {
      const { store } = await newStore();
      const version = await store.publish(candidateOf(table, observations));
      assert.deepEqual(await allObservations(store, version), observations);
    });

    it('are cells of any selection, in its order; what is not there is not available', async () => {
      const { store } = await newStore();
      const version = await store.publish(candidateOf(table, observations));
      const known = new Map(observations.map(([positions, value, status]) => [positions.join(), { value, status }]));
      for (const selection of [
        [[0], [0], [0]],
        [[0, 2, 3, 6], [1], [5, 6, 7, 39]],
        [[3], [0, 1, 2], [0, 39]],
        sizes.map((size) => Array.from({ length: size }, (_, position) => position)),
      ]) {
        const [as = [], bs = [], cs = []] = selection;
        const wanted = as.flatMap((a) => bs.flatMap((b) => cs.map((c) => known.get([a, b, c].join()))));
        const cells = await store.cells(version, selection);
        assert.deepEqual(
          cells.values,
          wanted.map((cell) => cell?.value ?? null),
        );
        assert.deepEqual(
          cells.values.map((_, place) => cells.status.get(place) ?? null),
          wanted.map((cell) => (cell ? cell.status : 'O')),
        );
      }
    });

    it('of a table without any are all not available', async () => {
      const { store } = await newStore();
      const version = await store.publish(candidateOf(cubeTable([2, 2]), []));
      assert.deepEqual(await allObservations(store, version), []);
      const cells = await store.cells(version, [[0, 1], [1]]);
      assert.deepEqual(
        [cells.values, [...cells.status]],
        [
          [null, null],
          [
            [0, 'O'],
            [1, 'O'],
          ],
        ],
      );
    });

    it('of many portions are read while others ask', async () => {
      const { store } = await newStore();
      const long: Observation[] = Array.from({ length: 150_000 }, (_, place) => [
        [Math.floor(place / 1000), place % 1000],
        place,
        null,
      ]);
      const version = await store.publish(candidateOf(cubeTable([150, 1000]), long));
      let [rows, portions] = [0, 0];
      for await (const { values } of store.observations(version)) {
        assert.equal(values[0], rows);
        rows += values.length;
        portions++;
        assert.deepEqual((await store.cells(version, [[149], [999]])).values, [149_999]);
      }
      assert.equal(rows, 150_000);
      assert.ok(portions > 1);
    });
  });

  describe(`${name}: saved queries`, () => {
    const query: SavedQuery = {
      tableId: 'werk',
      version: 1,
      language: 'nl',
      outputFormat: 'csv',
      outputFormatParams: ['UseTexts'],
      selection: [{ variableCode: 'RegioS', valueCodes: ["GM0153'; DROP TABLE version; --", '*', '🙂'] }],
      placement: { heading: ['Perioden'] },
    };

    it('are given back in another process, under one id for one question', async () => {
      const { store, open, publish } = await newStore();
      await publish();
      const id = await store.saveQuery(query, 10);
      assert.match(id, /^[A-Za-z0-9_-]{22,}$/);
      const { tableId, ...rest } = query;
      assert.equal(await open().saveQuery({ ...rest, tableId }, 10), id);
      assert.notEqual(await store.saveQuery({ ...query, version: 2 }, 10), id);
      assert.deepEqual(await open().savedQuery(id), query);
    });

    it('are as many as the store may hold; one that is kept already still has its id', async () => {
      const { store, open, publish } = await newStore();
      await publish();
      const id = await store.saveQuery(query, 2);
      const other = { ...query, version: 2 };
      await store.saveQuery(other, 2);
      for (const each of [store, open()]) {
        await assert.rejects(each.saveQuery({ ...query, version: 3 }, 2), QueryLimitError);
        assert.equal(await each.saveQuery(query, 2), id);
      }
      assert.match(await store.saveQuery({ ...query, version: 3 }, 3), /^[\w-]+$/);
    });

    it('are no tables', async () => {
      const { store, publish } = await newStore();
      await publish();
      await store.saveQuery(query, 10);
      assert.deepEqual(await store.tableIds(), ['werk']);
    });

    it('without a codelist are the same as with none', async () => {
      const { store, publish } = await newStore();
      await publish();
      const [selection] = query.selection;
      assert.ok(selection);
      const id = await store.saveQuery({ ...query, selection: [{ ...selection, codelist: null }] }, 10);
      assert.equal(id, await store.saveQuery(query, 10));
    });
  });
}

/** Folder for a store of files. */
export async function storeFolder(): Promise<string> {
  return join(await temporaryFolder(), 'store');
}
