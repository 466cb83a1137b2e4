import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkTable } from './support.ts';

/** Line of the first occurrence in the changed manifest, counted from 1. */
function faultIn(change: (text: string) => string) {
  let changed = '';
  const report = checkTable({ manifest: (text) => (changed = change(text)) });
  return {
    report,
    lineOf: (part: string) => changed.slice(0, changed.indexOf(part)).split('\n').length,
  };
}

async function onlyFinding(change: (text: string) => string) {
  const { report, lineOf } = faultIn(change);
  const { outcome, findings } = await report;
  assert.equal(outcome, 'refused');
  assert.equal(findings.length, 1, JSON.stringify(findings));
  const [finding] = findings;
  assert.ok(finding);
  assert.match(finding.location.file, /werk\.yaml$/);
  assert.notEqual(finding.remedy, '');
  return { finding, lineOf };
}

describe('a manifest is refused with file, line, field and remedy', () => {
  const missing = [
    ['source', /^source: .*\n/m, 'source', 'id: werk'],
    ['validation', /^validation: .*\n/m, 'validation', 'id: werk'],
    ['a definition', / +definition: \{ nl: Deel.*\n/, 'indicators.1.definition', 'code: aandeel'],
    ['a unit', / +unit: \{ nl: '%'.*\n/, 'indicators.1.unit', 'code: aandeel'],
  ] as const;
  for (const [name, pattern, field, near] of missing) {
    it(`without ${name}`, async () => {
      const { finding, lineOf } = await onlyFinding((text) => text.replace(pattern, ''));
      assert.equal(finding.rule, 'required-metadata');
      assert.equal(finding.location.field, field);
      assert.equal(finding.location.line, lineOf(near));
    });
  }

  it('with a text that has no Dutch', async () => {
    const { finding, lineOf } = await onlyFinding((text) =>
      text.replace('{ nl: Personen, en: Persons }', '{ en: Persons }'),
    );
    assert.equal(finding.location.field, 'indicators.0.label.nl');
    assert.equal(finding.location.line, lineOf('{ en: Persons }'));
  });

  it('with a text that has a colon in it, and says to put it between quotes', async () => {
    const { finding } = await onlyFinding((text) => text.replace('nl: Eigen voorbeeld', 'nl: Let op: eigen voorbeeld'));
    assert.equal(finding.rule, 'manifest-readable');
    assert.match(finding.remedy, /between quotes/);
  });

  it('with a field that does not exist', async () => {
    const { finding, lineOf } = await onlyFinding((text) => text.replace('retention:', 'retension: x\nretention:'));
    assert.equal(finding.message, 'Unknown field');
    assert.equal(finding.location.field, 'retension');
    assert.equal(finding.location.line, lineOf('retension: x'));
  });

  for (const [right, misspelt] of [
    ['licence', 'license'],
    ['officialStatistics', 'officialstatistics'],
    ['personal', 'persnoal'],
  ] as const) {
    it(`names the field that is meant by ${misspelt}`, async () => {
      const { findings } = await checkTable({ manifest: (text) => text.replace(`${right}:`, `${misspelt}:`) });
      assert.deepEqual(findings.map(({ location, remedy }) => [location.field, remedy]).at(-1), [
        misspelt,
        `Remove the field, or correct its name to ${right}`,
      ]);
    });
  }

  const kinds = [
    ['officialStatistics: false', 'officialStatistics: ja', 'Expected true or false, not "ja"'],
    ['personal: none', 'personal: no', 'Expected one of none, aggregated, special-category, not "no"'],
    [/^contact: .*$/m, 'contact: service@example.org', 'Expected fields, as { …: … }, not "service@example.org"'],
    ['decimals: 1', 'decimals: 0.5', 'Expected a whole number, not 0.5'],
  ] as const;
  for (const [from, to, message] of kinds) {
    it(`says what is expected instead of ${to}`, async () => {
      const { finding, lineOf } = await onlyFinding((text) => text.replace(from, to));
      assert.equal(finding.message, message);
      assert.equal(finding.location.line, lineOf(to));
    });
  }

  const wrong: readonly (readonly [string, string | RegExp, string, string])[] = [
    ['a date that is none', 'updated: 2024-03-01', 'updated: 1 maart', 'updated'],
    ['decimals that are no number', 'decimals: 1', 'decimals: one', 'indicators.1.decimals'],
    ['an audience other than public', 'audience: public', 'audience: internal', 'audience'],
    ['a parent that is no code', 'parent: NL01', 'parent: PV99', 'dimensions.0.codes.1.parent'],
    ['a total that is no code', 'total: T', 'total: X', 'dimensions.1.total'],
    ['a code given twice but for case', 'code: J,', 'code: t,', 'dimensions.1.codes.1.code'],
    ['a break in an unknown indicator', 'indicators: [aandeel]', 'indicators: [deel]', 'breaks.0.indicators.0'],
    ['a break at what is no period', "period: '2022'", "period: 'ooit'", 'breaks.0.period'],
    ['a code that reads as an expression', 'code: J,', "code: 'TOP(1)',", 'dimensions.1.codes.1.code'],
    ['a code named after a prototype', 'code: J,', 'code: __proto__,', 'dimensions.1.codes.1.code'],
  ];
  for (const [name, from, to, field] of wrong) {
    it(`with ${name}`, async () => {
      const { finding, lineOf } = await onlyFinding((text) => text.replace(from, to));
      assert.equal(finding.location.field, field);
      assert.equal(finding.location.line, lineOf(to));
    });
  }

  it('with a hierarchy that runs in a circle', async () => {
    const { findings } = await checkTable({
      manifest: (text) => text.replace('Netherlands } }', 'Netherlands }, parent: GM0153 }'),
    });
    assert.deepEqual(
      findings.map(({ location }) => location.field),
      ['dimensions.0.codes.0.parent', 'dimensions.0.codes.1.parent'],
    );
  });

  it('with two time dimensions', async () => {
    const { finding } = await onlyFinding((text) =>
      text.replace(/role: geo/, 'role: time').replace(/ {4}codes:\n( {6}- .*\n){3}/, ''),
    );
    assert.match(finding.message, /2 dimensions with role time/);
  });

  it('that is no YAML', async () => {
    const { finding, lineOf } = await onlyFinding((text) => text.replace('licence: CC0-1.0', 'licence: "CC0'));
    assert.equal(finding.rule, 'manifest-readable');
    assert.ok((finding.location.line ?? 0) >= lineOf('licence: "CC0'));
  });

  it('whose aliases would expand without end', async () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 0; level < 12; level++) {
      const [name, previous] = [String.fromCharCode(98 + level), String.fromCharCode(97 + level)];
      bomb.push(`${name}: &${name} [${Array<string>(10).fill(`*${previous}`).join(', ')}]`);
    }
    const { outcome } = await checkTable({ manifest: () => bomb.join('\n') });
    assert.equal(outcome, 'refused');
  });
});
