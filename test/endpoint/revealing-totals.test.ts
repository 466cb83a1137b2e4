/** Totals of a table bound to municipalities, of which everybody sees each: what they leave when one is taken from another. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkTable } from './support.ts';

type Region = readonly [code: string, more?: string];

/** What a publisher is warned of, with these regions in the table. */
async function warnings(regions: readonly Region[], total?: string): Promise<readonly string[]> {
  const lines = regions.map(([code, more = '']) => `      - { code: ${code}, label: { nl: ${code} }${more} }`);
  const report = await checkTable({
    manifest: (text) =>
      text
        .replace('audience: public', 'audience: { theme: werk, municipalityBound: true }')
        .replace(/ {6}- \{ code: NL01[^]*?(?= {2}- id: Leeftijd)/, `${lines.join('\n')}\n`)
        .replace('column: region\n', `column: region\n${total === undefined ? '' : `    total: ${total}\n`}`),
    data: (text) => {
      const [head = '', ...rows] = text.split('\n');
      const own = rows.filter((row) => row.startsWith('GM0153,'));
      return [head, ...regions.flatMap(([code]) => own.map((row) => row.replace('GM0153', code)))].join('\n');
    },
  });
  assert.deepEqual(
    // All regions have the same rows, also of years in which they did not exist.
    report.findings.filter(({ rule, severity }) => severity === 'error' && rule !== 'region-years'),
    [],
  );
  return report.findings.filter(({ rule }) => rule === 'audience').map(({ message }) => message);
}

const complete = ', complete: true';
const within = (parent: string): string => `, parent: ${parent}`;

describe('a publisher of a table that is bound to municipalities is warned of', () => {
  it('a total of two, by which who has one has the other', async () => {
    const found = await warnings([
      ['NL01', complete],
      ['GM0153', within('NL01')],
      ['GM0164', within('NL01')],
    ]);
    assert.deepEqual(found, [
      'Whoever may see one of GM0153 and GM0164 can work out the other, from NL01 and the totals in it',
    ]);
  });

  it('a total of the dimension of two that name no parent', async () => {
    const found = await warnings([['alles', complete], ['GM0153'], ['GM0164']], 'alles');
    assert.deepEqual(found, [
      'Whoever may see one of GM0153 and GM0164 can work out the other, from alles and the totals in it',
    ]);
  });

  it('a total of which two are left after another ended, or before it began', async () => {
    const ends = ', until: 2021-12-31';
    const found = await warnings([
      ['NL01', complete],
      ['GM0141', within('NL01') + ends],
      ['GM0153', within('NL01')],
      ['GM0164', within('NL01')],
    ]);
    assert.deepEqual(found, [
      'Whoever may see one of GM0153 and GM0164 can work out the other, from NL01 and the totals in it, from 2022-01-01',
    ]);
    const begins = ', from: 2022-01-01';
    const before = await warnings([
      ['NL01', complete],
      ['GM0141', within('NL01')],
      ['GM0153', within('NL01') + begins],
      ['GM0164', within('NL01') + begins],
    ]);
    assert.deepEqual(before, [
      'Whoever may open the table can work out GM0141, from NL01 and the totals in it, before 2022-01-01',
    ]);
  });

  it('two totals of which the difference is one municipality, or two', async () => {
    const three = ['GM0141', 'GM0153', 'GM0164'].map((code): Region => [code, within('CR12')]);
    const one = await warnings([
      ['PV23', complete],
      ['CR12', within('PV23') + complete],
      ...three,
      ['GM0193', within('PV23')],
    ]);
    assert.deepEqual(one, ['Whoever may open the table can work out GM0193, from PV23 and the totals in it']);
    const two = await warnings([
      ['PV23', complete],
      ['CR12', within('PV23')],
      ...three,
      ['GM0193', within('PV23')],
      ['zuid', within('PV23')],
      ['BU01660101', within('zuid')],
    ]);
    assert.deepEqual(two, [
      'Whoever may see one of GM0193 and GM0166 can work out the other, from PV23 and the totals in it',
    ]);
  });

  it('a total that leaves a region of which nothing says whose it is', async () => {
    const found = await warnings([
      ['CR12', complete],
      ['VR04', within('CR12')],
      ['ST01', within('CR12')],
    ]);
    assert.deepEqual(found, [
      'Nothing says in which municipality ST01 lies: only who may see all municipalities sees it',
      'Whoever may open the table can work out ST01, from CR12 and the totals in it',
    ]);
  });

  it('regions of which nothing says whose they are, once', async () => {
    const found = await warnings([['NL01'], ['AM04'], ['7511AB'], ['7512AB']]);
    assert.deepEqual(found, [
      'Nothing says in which municipality AM04 and 2 more lie: only who may see all municipalities sees them',
    ]);
  });
});

describe('a publisher of a table that is bound to municipalities is not warned of', () => {
  it('totals that leave three or more, or nothing', async () => {
    const three = ['GM0141', 'GM0153', 'GM0164'].map((code): Region => [code, within('CR12')]);
    assert.deepEqual(await warnings([['PV23', complete], ['CR12', within('PV23') + complete], ...three]), []);
    const postcodes = ['7511AB', '7512AB', '7513AB'].map((code): Region => [code]);
    const found = await warnings([['alles', complete], ...postcodes], 'alles');
    assert.deepEqual(
      found.filter((message) => message.includes('work out')),
      [],
    );
  });

  it('a larger region of which nothing says that its parts are all there', async () => {
    assert.deepEqual(await warnings([['NL01'], ['GM0153', within('NL01')], ['GM0164', within('NL01')]]), []);
  });

  it('a total of three of which one was followed by another', async () => {
    const found = await warnings([
      ['NL01', complete],
      ['GM0141', within('NL01')],
      ['GM0153', within('NL01')],
      ['GM0164', `${within('NL01')}, until: 2021-12-31`],
      ['GM0193', `${within('NL01')}, from: 2022-01-01`],
    ]);
    assert.deepEqual(found, []);
  });

  it('a municipality and its parts', async () => {
    const found = await warnings([
      ['GM0164', complete],
      ['WK016401', within('GM0164')],
      ['WK016402', within('GM0164')],
    ]);
    assert.deepEqual(found, []);
  });
});
