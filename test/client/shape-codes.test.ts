/** Where features of a map have their code and their name, whoever made the file. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codeOf, nameOf, scoreOf, wayToCode } from '../../packages/client/dist/shape-codes.js';

const withProperties = (...all: readonly Readonly<Record<string, unknown>>[]) =>
  all.map((properties) => ({ properties }));

describe('the code of a feature', () => {
  it('is where most features have a different one', () => {
    const features = withProperties({ land: 'NL01', gm: 'GM0153' }, { land: 'NL01', gm: 'GM0141' });
    assert.equal(wayToCode(features), 'gm');
    assert.deepEqual(
      features.map((each) => codeOf(each, 'gm')),
      ['GM0153', 'GM0141'],
    );
  });

  it('may be its own id, which goes before a property that is no better', () => {
    const features = [
      { id: 'GM0153', properties: { code: 'GM0153' } },
      { id: 'GM0141', properties: { code: 'GM0141' } },
    ];
    assert.equal(wayToCode(features), null);
    assert.deepEqual(
      features.map((each) => codeOf(each, null)),
      ['GM0153', 'GM0141'],
    );
  });

  it('has letters rather than none, since a number may be anything', () => {
    assert.equal(wayToCode(withProperties({ inwoners: 153, gm: 'GM0153' })), 'gm');
    assert.equal(scoreOf(withProperties({ gm: 153 })), 1);
    assert.equal(scoreOf(withProperties({ gm: 'GM0153' })), 2);
  });

  it('is the whole text, and not a part of it', () => {
    for (const text of ['xGM0153', 'GM0153x', 'GM1', '12345', 'a1234', '1234a', ''])
      assert.equal(scoreOf(withProperties({ text })), 0, text);
  });

  it('is null where there is none', () => {
    for (const feature of [{}, { id: null }, { id: true }]) assert.equal(codeOf(feature, null), null);
    assert.equal(codeOf({ properties: { gm: ['GM0153'] } }, 'gm'), null);
  });
});

describe('the name of a feature', () => {
  it('has a key that says so, and is a text', () => {
    for (const key of ['name', 'naam', 'statnaam', 'gmnaam', 'GM_NAAM', 'gemeentenaam'])
      assert.equal(nameOf({ properties: { [key]: 'Enschede' } }), 'Enschede', key);
    assert.equal(nameOf({ properties: { naam: 153, name: 'Enschede' } }), 'Enschede');
  });

  it('is not what another key has', () => {
    for (const key of ['bijnaam', 'naamval', 'gm__naam', 'code'])
      assert.equal(nameOf({ properties: { [key]: 'Enschede' } }), null, key);
    assert.equal(nameOf({}), null);
  });
});
