import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { compareVersions, DuckDbStore, type PublishedVersion, type VersionComparison } from '@peilglas/endpoint';
import { publishedStore, temporaryFolder, writeTable } from '../support.ts';
import { candidateOf, cubeTable, type Observation } from './candidates.ts';
import { storeFolder } from './contract.ts';
import { runCli } from './run-cli.ts';
import { seededRandom, type Random } from './seeded-random.ts';

type Table = PublishedVersion['table'];

/** The store with `werk`, and the same with one edit. */
async function twoVersions(): Promise<string> {
  const path = await publishedStore();
  const manifest = await writeTable(await temporaryFolder(), {
    manifest: (text) =>
      text
        .replace('nl: Mensen met werk,', 'nl: Werkenden,')
        .replace('Mensen met betaald werk.', 'Mensen met minstens een uur werk.')
        .replace('retention: five years', 'retention: six years'),
    data: (text) =>
      text
        .replace('NL01,T,2023,personen,1000111,P', 'NL01,T,2023,personen,1000222,P')
        .replace('NL01,J,2023,personen,250111,P', 'NL01,J,2023,personen,,C'),
  });
  const { code, output } = await runCli(['publish', manifest, '--store', path]);
  assert.equal(code, 0, output);
  return path;
}

describe('peilglas-endpoint diff', () => {
  it('says which fields and figures changed between the last two versions, and nothing that readers are not told', async () => {
    const path = await twoVersions();
    const { code, output } = await runCli(['diff', 'werk', '--store', path]);
    assert.equal(code, 0);
    assert.equal(
      output,
      `werk: version 1 → 2
  title.nl: "Mensen met werk" → "Werkenden"
  indicators.personen.definition.nl: "Mensen met betaald werk." → "Mensen met minstens een uur werk."
  personen: 1 changed, 1 newly missing, 22 unchanged
    largest changes
      RegioS=NL01 Leeftijd=T Perioden=2023 Onderwerp=personen: 1000111 → 1000222 (+111, +0.0111 %)
  aandeel: 23 unchanged
`,
    );
    // Any two, in either direction, as JSON.
    const back = await runCli(['diff', 'werk', '2..1', '--json', '--most', '0', '--store', path]);
    const { before, after: later, indicators } = JSON.parse(back.output) as VersionComparison;
    assert.deepEqual([before, later, indicators?.[0]?.newlyFilled, indicators?.[0]?.largestAbsolute], [2, 1, 1, []]);
    assert.doesNotMatch(back.output, /retention|years|contentHash/);
  });

  it('says what is wrong with its own use', async () => {
    const path = await publishedStore();
    for (const [parameters, message] of [
      [['werk'], /no two versions/],
      [['werk', '1-2'], /as 1\.\.2/],
      [['werk', '1..9'], /no version 9 of table werk/],
    ] as const) {
      const { code, errors } = await runCli(['diff', ...parameters, '--store', path]);
      assert.equal(code, 1);
      assert.match(errors, message);
    }
  });
});

describe('peilglas-endpoint retract', () => {
  it('takes a version back and says what is served; versions tells why', async () => {
    const path = await twoVersions();
    const retracted = await runCli(['retract', 'werk@2', '--why', 'A figure was wrong', '--store', path]);
    assert.deepEqual([retracted.code, retracted.output], [0, 'werk@2: retracted; version 1 is served\n']);
    const versions = await runCli(['versions', 'werk', '--store', path]);
    assert.match(versions.output, /^werk@1 {2}.* {2}current\nwerk@2 {2}.* {2}retracted \S+Z: A figure was wrong\n$/);
    const listed = JSON.parse((await runCli(['versions', '--json', '--store', path])).output) as {
      readonly id: string;
      readonly version: number;
      readonly current: boolean;
      readonly retracted?: { readonly why: string };
    }[];
    assert.deepEqual(
      listed.map(({ id, version, current, retracted: taken }) => [id, version, current, taken?.why]),
      [
        ['werk', 1, true, undefined],
        ['werk', 2, false, 'A figure was wrong'],
      ],
    );
  });

  it('wants a reason and a version that is there', async () => {
    const path = await publishedStore();
    for (const [parameters, message] of [
      [['werk@1', '--why', ' '], /Say why/],
      [['werk@7', '--why', 'x'], /no version 7 of table werk/],
    ] as const) {
      const { code, errors } = await runCli(['retract', ...parameters, '--store', path]);
      assert.equal(code, 1);
      assert.match(errors, message);
    }
  });
});

describe('comparing two versions', () => {
  const statuses = [null, 'P', 'C', 'O'] as const;

  /** Some of the codes, now and then in another order. */
  function someCodes(random: Random, shuffled: boolean): readonly string[] {
    const codes = ['a', 'b', 'c', 'd', 'e', 'f'].filter(() => random.below(4) > 0);
    if (codes.length === 0) codes.push('a');
    if (shuffled) codes.reverse();
    return codes;
  }

  function randomVersion(random: Random) {
    const shuffled = random.below(3) === 0;
    const lists = [0, 1, 2].map(() => someCodes(random, shuffled));
    const base = cubeTable(lists.map((codes) => codes.length));
    const dimensions = base.dimensions.map((dimension, index) => ({
      ...dimension,
      ...(index === 2 ? { role: 'metric' as const } : {}),
      codes: (lists[index] ?? []).map((code) => ({ code, label: { nl: code } })),
    }));
    // Now and then the dimensions stand in another order.
    const order = random.below(4) === 0 ? [2, 0, 1] : [0, 1, 2];
    const table: Table = { ...base, dimensions: order.flatMap((index) => dimensions[index] ?? []) };
    const sizes = table.dimensions.map(({ codes }) => codes.length);
    const observations: Observation[] = [];
    const [first = 0, second = 0, third = 0] = sizes;
    for (let a = 0; a < first; a++) {
      for (let b = 0; b < second; b++) {
        for (let c = 0; c < third; c++) {
          if (random.below(5) === 0) continue;
          const status = statuses[random.below(4)] ?? null;
          const missing = status === 'C' || status === 'O';
          observations.push([[a, b, c], missing ? null : random.below(3), status]);
        }
      }
    }
    return { table, observations };
  }

  type Known = ReadonlyMap<string, readonly [number | null, string | null]>;

  function byCodes({ table, observations }: ReturnType<typeof randomVersion>): Known {
    return new Map(
      observations.map(([positions, value, status]) => {
        const codes = positions.map((position, index) => {
          const dimension = table.dimensions[index];
          return `${dimension?.id ?? ''}=${dimension?.codes[position]?.code ?? ''}`;
        });
        return [codes.sort().join(), [value, status]];
      }),
    );
  }

  /** The same counts by the plainest means: everything in memory. */
  function counted(before: Known, later: Known, indicator: string) {
    const counts = { unchanged: 0, changed: 0, otherStatus: 0, newlyMissing: 0, newlyFilled: 0, added: 0, removed: 0 };
    for (const codes of new Set([...before.keys(), ...later.keys()])) {
      if (!codes.endsWith(`D2=${indicator}`)) continue;
      const [old, now] = [before.get(codes), later.get(codes)];
      if (!old) counts.added++;
      else if (!now) counts.removed++;
      else if (old[0] !== null && now[0] === null) counts.newlyMissing++;
      else if (old[0] === null && now[0] !== null) counts.newlyFilled++;
      else if (old[0] !== now[0]) counts.changed++;
      else if (old[1] !== now[1]) counts.otherStatus++;
      else counts.unchanged++;
    }
    return counts;
  }

  it('counts as a plain comparison in memory does, whatever codes came, went or moved', async () => {
    const store = new DuckDbStore(await storeFolder());
    after(() => store.close());
    const random = seededRandom(11);
    for (let round = 0; round < 25; round++) {
      const [old, now] = [randomVersion(random), randomVersion(random)];
      const before = await store.publish(candidateOf(old.table, old.observations));
      const later = await store.publish(candidateOf(now.table, now.observations));
      const { indicators } = await compareVersions(store, before, later, 3);
      const [oldKnown, nowKnown] = [byCodes(old), byCodes(now)];
      assert.ok(indicators);
      const total = new Set([...oldKnown.keys(), ...nowKnown.keys()]).size;
      let sum = 0;
      for (const { code, largestAbsolute, largestRelative, ...counts } of indicators) {
        assert.deepEqual(counts, counted(oldKnown, nowKnown, code));
        sum += Object.values(counts).reduce((all, count) => all + count, 0);
        assert.equal(largestAbsolute.length, Math.min(3, counts.changed));
        assert.ok(largestRelative.every(({ before: figure }) => figure !== 0));
        for (const { codes, before: figure, after: other } of largestAbsolute) {
          const key = Object.entries(codes).map(([id, each]) => `${id}=${each}`);
          assert.deepEqual([oldKnown.get(key.sort().join())?.[0], nowKnown.get(key.join())?.[0]], [figure, other]);
        }
      }
      assert.equal(sum, total);
    }
  });

  it('names the largest changes, absolute and in proportion', async () => {
    const store = new DuckDbStore(await storeFolder());
    after(() => store.close());
    const version = (figures: readonly number[]) =>
      store.publish(
        candidateOf(
          cubeTable([1, 5]),
          figures.map((figure, at) => [[0, at], figure, null]),
        ),
      );
    const { indicators } = await compareVersions(
      store,
      await version([10, 1000, 0, 5, 7]),
      await version([20, 1100, 3, 5, 6]),
      2,
    );
    const at = ({ codes }: { readonly codes: Readonly<Record<string, string>> }) => codes.D1;
    assert.deepEqual(indicators?.[0]?.largestAbsolute.map(at), ['c1', 'c0']);
    assert.deepEqual(indicators[0].largestRelative.map(at), ['c0', 'c4']);
  });

  it('of other dimensions compares no figures, and says so', async () => {
    const path = join(await temporaryFolder(), 'store');
    const store = new DuckDbStore(path);
    await store.publish(candidateOf(cubeTable([2, 2]), []));
    await store.publish(candidateOf(cubeTable([2, 2, 2]), []));
    await store.close();
    const { output } = await runCli(['diff', 'kubus', '--store', path]);
    assert.match(output, /the dimensions differ, so figures cannot be compared/);
  });
});
