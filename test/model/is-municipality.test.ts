import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isMunicipality } from '@peilglas/model';

it('tells a municipality by its code, and none of what only begins alike', () => {
  const codes = ['GM0153', 'WK015301', 'BU01530101', 'PV23', 'NL01', 'GMD', 'GM', 'gm0153', ''];
  assert.deepEqual(codes.filter(isMunicipality), ['GM0153']);
});
