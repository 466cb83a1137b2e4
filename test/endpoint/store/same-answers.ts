import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createEndpoint, DuckDbStore, publishTables, type PublishedVersion } from '@peilglas/endpoint';
import { temporaryFolder, writeTable } from '../support.ts';
import type { NewPlace } from './contract.ts';
import { seededRandom, type Random } from './seeded-random.ts';
import { long } from '../../support/long.ts';
import { unlimited } from '../../support/unlimited.ts';

const demoTables = fileURLToPath(new URL('../../../demo/tables/', import.meta.url));
const demo = ['bevolking', 'gezondheid', 'jeugdzorg', 'misdrijven', 'woningprijzen', 'inkomen-reeks'];
const questions = long ? 1_000 : 200;

type Dimension = PublishedVersion['table']['dimensions'][number];

function textFor(dimension: Dimension, random: Random): string {
  const { codes } = dimension;
  const code = () => codes[random.below(codes.length)]?.code ?? '';
  switch (random.below(8)) {
    case 0:
      return '*';
    case 1:
      return `TOP(${1 + random.below(5)},${random.below(3)})`;
    case 2:
      return `BOTTOM(${1 + random.below(5)})`;
    case 3:
      return `RANGE(${code()},${code()})`;
    case 4:
      return random.below(2) === 0 ? `FROM(${code()})` : `TO(${code()})`;
    case 5:
      return `${code().slice(0, 2)}*`;
    default:
      return Array.from({ length: 1 + random.below(4) }, code).join(',');
  }
}

/** A question by GET or POST; one in ten is for the default selection. */
function question({ table }: PublishedVersion, random: Random) {
  const url = `/api/v2/tables/${table.id}/data`;
  const form = {
    outputFormat: random.below(2) === 0 ? 'json-stat2' : 'csv',
    lang: random.below(2) === 0 ? 'nl' : 'en',
  };
  if (random.below(10) === 0) return { method: 'GET', url, query: form } as const;
  const texts = table.dimensions.map((dimension) => [dimension.id, textFor(dimension, random)] as const);
  const heading = random.below(3) === 0 ? [table.dimensions[random.below(table.dimensions.length)]?.id ?? ''] : [];
  if (random.below(2) === 0) {
    const chosen = Object.fromEntries(texts.map(([id, text]) => [`valueCodes[${id}]`, text]));
    const query = { ...form, ...chosen, ...(heading.length > 0 ? { heading: heading.join(',') } : {}) };
    return { method: 'GET', url, query } as const;
  }
  const selection = texts.map(([variableCode, text]) => ({
    variableCode,
    valueCodes: /[(*]/.test(text) ? [text] : text.split(','),
  }));
  const payload = { selection, ...(heading.length > 0 ? { placement: { heading, stub: [] } } : {}) };
  return { method: 'POST', url, query: form, payload } as const;
}

/** Both stores, filled from the same sources, give the same bytes. */
export function describeSameAnswers(newPlace: NewPlace): void {
  describe('PostgreSQL and the embedded store', () => {
    it(`answer ${questions} random questions with the same bytes`, async () => {
      const folder = await temporaryFolder();
      const paths = [await writeTable(folder), ...demo.map((id) => join(demoTables, `${id}.yaml`))];
      const stores = [new DuckDbStore(join(folder, 'store')), (await newPlace()).open()] as const;
      const [embedded, database] = stores;
      const apps = stores.map((store) =>
        createEndpoint({ ...unlimited, store, callLimit: { calls: 100_000, seconds: 60 } }),
      );
      after(() => Promise.all(apps.map((app) => app.close())));
      for (const store of stores) {
        const reports = await publishTables({ paths, store });
        assert.deepEqual(
          reports.filter(({ outcome }) => outcome !== 'published'),
          [],
        );
      }
      const tables = await embedded.tables();
      assert.deepEqual(
        (await database.tables()).map((version) => ({ ...version, publishedAt: '' })),
        tables.map((version) => ({ ...version, publishedAt: '' })),
      );
      const random = seededRandom(20_240_601);
      const given = new Map<number, number>();
      for (let asked = 0; asked < questions; asked++) {
        const version = tables[random.below(tables.length)];
        assert.ok(version);
        const asking = question(version, random);
        const [first, second] = await Promise.all(apps.map((app) => app.inject(asking)));
        assert.ok(first && second);
        assert.equal(second.statusCode, first.statusCode);
        assert.ok(first.rawPayload.equals(second.rawPayload), JSON.stringify(asking));
        given.set(first.statusCode, (given.get(first.statusCode) ?? 0) + 1);
      }
      // Some are too large or match nothing; most must be figures.
      assert.ok((given.get(200) ?? 0) > questions * 0.8, JSON.stringify([...given]));
    });
  });
}
