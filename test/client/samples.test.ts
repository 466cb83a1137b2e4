import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { cellsOf, MalformedDatasetError, type Cube } from '@peilglas/model';
import { parseJsonStat } from '@peilglas/client/json-stat';
import JSONstat, { type ToolkitDataset } from 'jsonstat-toolkit';

/**
 * Files of publishers and of other JSON-stat libraries, kept outside this repository for their licences. Each is
 * either refused for the reason named here, or has the figures that the format's own toolkit reads.
 */
const folder = new URL('../../../shared/data/jsonstat/samples-dev/', import.meta.url);
const absent = existsSync(folder) ? false : 'the folder with sample files is not there';
const files = absent ? [] : readdirSync(folder).filter((name) => name.endsWith('.json'));

const refused = new Map([
  ['jsonstat-validator__dimensions__age5.json', /\$\.class: .*found class "dimension"/],
  ['jsonstat-validator__samples__collection.json', /\$\.link\.item: .*8 links only/],
  ['jsonstat-validator__topics__population.json', /\$\.link\.item: .*3 links only/],
  ['jsonstat-validator__samples__order.json', /\$\.value\[0\]: expected a number or null/],
]);
const notJson = 'PxApiSpecs__examples__03024-metadata-eksempel.json';

/** The toolkit takes a version 1 dataset only inside a bundle. */
function toolkitDataset(text: string): ToolkitDataset {
  const input: unknown = JSON.parse(text);
  assert.ok(typeof input === 'object' && input !== null);
  const whole = JSONstat('dimension' in input && !('class' in input) ? { dataset: input } : input);
  return whole.class === 'dataset' ? whole : (whole.Dataset(0) ?? assert.fail('the toolkit sees no dataset'));
}

function compare(cube: Cube, theirs: ToolkitDataset): void {
  assert.deepEqual(
    cube.dimensions.map(({ id }) => id),
    theirs.id,
  );
  for (const [axis, dimension] of cube.dimensions.entries()) {
    const { id, role } = theirs.Dimension(axis);
    assert.deepEqual(dimension.codes, id, dimension.id);
    // Where it has no role we know a dimension of Eurostat, and that of areas in PxWeb, by its name; the toolkit does not.
    if (role !== null && dimension.id.toLowerCase() !== 'region')
      assert.equal(dimension.role ?? 'classification', role);
  }
  let cell = 0;
  for (const { codes, observation } of cellsOf(cube)) {
    const expected = theirs.Data(cell)?.value ?? null;
    if (observation.value !== expected) assert.fail(`${codes.join(' ')}: ${observation.value}, not ${expected}`);
    cell += 1;
  }
  assert.equal(cell, cube.size);
}

describe('files of other publishers and libraries', { skip: absent }, () => {
  it('are all there', () => {
    assert.equal(files.length, 29);
  });

  for (const name of files) {
    const text = readFileSync(new URL(name, folder), 'utf8');
    if (name === notJson) {
      it(`${name} is no JSON`, () => assert.throws(() => JSON.parse(text), SyntaxError));
      continue;
    }
    const reason = refused.get(name);
    if (reason) {
      it(`${name} is refused`, () => {
        assert.throws(
          () => parseJsonStat(JSON.parse(text)),
          (error: unknown) => error instanceof MalformedDatasetError && reason.test(error.message),
        );
      });
    } else {
      it(`${name} has the toolkit's figures`, () => {
        compare(parseJsonStat(JSON.parse(text)), toolkitDataset(text));
      });
    }
  }
});
