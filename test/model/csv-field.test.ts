import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { csvField } from '@peilglas/model';

describe('a field of CSV', () => {
  it('is the text itself, in quotes where a separator or a quote is in it', () => {
    for (const text of ['', 'Hengelo', "'s-Gravenhage", 'a = b', '0-4 jaar']) assert.equal(csvField(text), text);
    for (const separator of [',', ';', '\t', '\r\n']) assert.equal(csvField(`a${separator}b`), `"a${separator}b"`);
    assert.equal(csvField('"Noord"'), '"""Noord"""');
  });

  it('is never a formula, after blanks, in wide forms or after a separator neither', () => {
    for (const text of ['=1', '+1', '-1', '@a', ' =1', '\u00a0=1', '＝1', '－1'])
      assert.equal(csvField(text), `'${text}`);
    assert.equal(csvField('a;=1'), `"a;'=1"`);
    assert.equal(csvField('\t=1'), `"'\t'=1"`);
  });
});
