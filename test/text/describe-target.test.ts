import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { observe } from '@peilglas/model';
import { describeTarget, loadLanguage, nameTarget } from '@peilglas/text';
import { indicator, plain } from './builders.ts';

await loadLanguage('en');

const health = indicator('Ervaren gezondheid', '%', { decimals: 1, goodDirection: 'up' });
const claims = indicator('Uitkeringen', 'uitkeringen', { decimals: 0, goodDirection: 'down' });
const people = indicator('Inwoners', 'inwoners', { decimals: 0 });
const tell = (...args: Parameters<typeof describeTarget>) => plain(describeTarget(...args));

describe('describeTarget', () => {
  it('says what is left where more is better, and where less is', () => {
    const goal = { value: 60, year: '2030' };
    assert.equal(tell(goal, observe(55.8, 'A'), health, 'nl'), 'Doel 60,0 % in 2030: nog 4,2 procentpunt te gaan');
    assert.equal(tell({ value: 500, year: '' }, observe(1529, 'A'), claims, 'nl'), 'Doel 500: nog 1.029 te gaan');
    assert.equal(tell(goal, observe(55.8, 'A'), health, 'en'), 'Target 60.0% in 2030: 4.2 percentage points to go');
  });

  it('says that it is reached, also beyond it and where the difference does not show', () => {
    for (const value of [60, 59.99, 71]) {
      assert.equal(tell({ value: 60, year: '' }, observe(value, 'A'), health, 'nl'), 'Doel 60,0 %: gehaald');
    }
    assert.equal(tell({ value: 500, year: '' }, observe(499, 'P'), claims, 'nl'), 'Doel 500: gehaald');
    assert.equal(tell({ value: 500, year: '' }, observe(500, 'A'), claims, 'nl'), 'Doel 500: gehaald');
  });

  it('keeps the decimals that a target was written with', () => {
    const whole = { ...claims, unit: '%' };
    assert.equal(
      tell({ value: 12.5, year: '2030' }, observe(13, 'A'), whole, 'nl'),
      'Doel 12,5 % in 2030: nog 0,5 procentpunt te gaan',
    );
    assert.equal(tell({ value: 12.5, year: '' }, observe(12, 'A'), whole, 'nl'), 'Doel 12,5 %: gehaald');
    // As its figure is shown: 13.
    assert.equal(
      tell({ value: 12.5, year: '' }, observe(12.6, 'A'), whole, 'nl'),
      'Doel 12,5 %: nog 0,5 procentpunt te gaan',
    );
  });

  it('judges nothing where nobody says what is better', () => {
    const goal = { value: 100, year: '' };
    assert.equal(tell(goal, observe(90, 'A'), people, 'nl'), 'Doel 100: nu 10 minder');
    assert.equal(tell(goal, observe(110, 'A'), people, 'nl'), 'Doel 100: nu 10 meer');
    assert.equal(tell(goal, observe(100, 'A'), people, 'nl'), 'Doel 100: nu gelijk');
  });

  it('is the target alone without a figure', () => {
    assert.equal(tell({ value: 60, year: '2030' }, observe(null, 'C'), health, 'nl'), 'Doel 60,0 % in 2030');
    assert.equal(plain(nameTarget({ value: 60, year: '2030' }, health, 'nl')), 'Doel 60,0 % in 2030');
  });
});
