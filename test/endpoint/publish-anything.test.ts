/** Whatever is in a manifest, a codelist or a data file: publication says what is wrong with it and where, and never falls over. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { publishTables } from '@peilglas/endpoint';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { long } from '../support/long.ts';
import { temporaryFolder } from './support.ts';
import { writeZorg, type ZorgFile } from './zorg-table.ts';

const runs = long ? 2_000 : 60;

/** Checks the table as its files are now; answers which rules its errors broke. */
async function check(folder: string): Promise<readonly string[]> {
  const [report, ...more] = await publishTables({ paths: [join(folder, 'zorg.yaml')], store: null });
  assert.ok(report);
  assert.deepEqual(more, []);
  const errors = report.findings.filter(({ severity }) => severity === 'error');
  assert.equal(report.outcome, errors.length > 0 ? 'refused' : 'accepted');
  for (const { rule, location, message, remedy } of report.findings) {
    const said = JSON.stringify({ rule, location, message, remedy });
    for (const words of [rule, message, remedy]) assert.match(words, /\S/, said);
    assert.doesNotMatch(message, /undefined|\[object|is not a function|Cannot read|\bat .*\.js:/, said);
    assert.ok(location.file.startsWith(folder), said);
    if (location.line === undefined) continue;
    const text = await readFile(location.file, 'utf8');
    assert.ok(location.line >= 1 && location.line <= text.split('\n').length, said);
  }
  assert.equal(Reflect.get({}, 'polluted'), undefined);
  return errors.map(({ rule }) => rule);
}

interface Place {
  readonly holder: object;
  readonly key: string;
}

function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [{ holder: value, key }, ...placesIn(member)]);
}

const anything = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1.5,
    1e300,
    Infinity,
    NaN,
    '',
    ' ',
    '\u0000',
    '2024-02-30',
    [],
    {},
    [[]],
    [null],
    [{}],
  ),
  fc.constantFrom(
    'NL01',
    'GM0153',
    'T',
    'clienten',
    'zorg.csv',
    '../zorg.csv',
    '/etc/passwd',
    '__proto__',
    'constructor',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.jsonValue({ maxDepth: 2 }),
);

type Way = 'replace' | 'repeat' | 'remove' | 'add';

/** Puts something else in one place of what a YAML file says, takes it away, or adds a field beside it. */
async function spoil(path: string, where: number, how: Way, what: unknown): Promise<void> {
  const document: unknown = parse(await readFile(path, 'utf8'));
  const places = placesIn(document);
  const place = places[where % places.length];
  assert.ok(place);
  const other = places[(where * 31) % places.length];
  if (how === 'remove') Reflect.deleteProperty(place.holder, place.key);
  // What stands elsewhere in the file has a right shape, and a wrong meaning.
  else if (how === 'repeat' && other) Reflect.set(place.holder, place.key, Reflect.get(other.holder, other.key));
  else Reflect.set(place.holder, how === 'add' ? `${place.key}x` : place.key, what);
  await writeFile(path, stringify(document));
}

describe('publication of anything', () => {
  it('says what is wrong with a manifest or codelist in which one thing is something else', async () => {
    const folder = await temporaryFolder();
    const broken = new Set<string>();
    const files = fc.constantFrom<ZorgFile>('zorg.yaml', 'zorg.yaml', 'zorg.yaml', 'groepen.yaml');
    const ways = fc.constantFrom<Way>('replace', 'repeat', 'repeat', 'remove', 'add');
    await fc.assert(
      fc.asyncProperty(files, fc.nat(1_000), ways, anything, async (file, where, how, what) => {
        await writeZorg(folder);
        await spoil(join(folder, file), where, how, what);
        for (const rule of await check(folder)) broken.add(rule);
      }),
      { numRuns: runs, seed: 20 },
    );
    // Spoiling that only ever breaks the shape would tell little of the rest.
    assert.ok(broken.size >= 4, [...broken].join(' '));
  });

  it('says what is wrong with files of which a part is overwritten by whatever bytes', async () => {
    const folder = await temporaryFolder();
    const files = fc.constantFrom<ZorgFile>('zorg.yaml', 'groepen.yaml', 'zorg.csv');
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc
        .constantFrom(
          '{',
          '}',
          '[',
          '"',
          "'",
          '\n',
          '\t',
          ': ',
          '- ',
          '&a',
          '*a',
          '!!js/function',
          '%',
          ',',
          ';',
          '\u0000',
          '1e9',
        )
        .map((text) => Buffer.from(text)),
    );
    await fc.assert(
      fc.asyncProperty(files, fc.nat(5_000), fc.nat(30), bytes, async (file, start, length, written) => {
        await writeZorg(folder);
        const path = join(folder, file);
        const content = await readFile(path);
        const at = start % content.length;
        await writeFile(path, Buffer.concat([content.subarray(0, at), written, content.subarray(at + length)]));
        await check(folder);
      }),
      { numRuns: runs, seed: 20 },
    );
  });

  it('keeps a key that names a prototype from reaching it', async () => {
    const folder = await temporaryFolder();
    const { path, texts } = await writeZorg(folder);
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      await writeFile(path, `${texts['zorg.yaml']}${key}: { polluted: true }\n`);
      assert.deepEqual(await check(folder), ['manifest-shape'], key);
    }
  });
});
