/** What a small count needs, and the proof that it has it: figures and sums so few that intervals are worked out by hand. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exposedCells } from '../../packages/endpoint/dist/publish/disclosure/audit.js';
import { blocksOf, type Need } from '../../packages/endpoint/dist/publish/disclosure/blocks.js';
import { LinearProgram, loadSolver } from '../../packages/endpoint/dist/publish/disclosure/linear-program.js';
import { needOf, primaryCells, rulesOf } from '../../packages/endpoint/dist/publish/disclosure/primary-cells.js';
import { makeTable, type Cell, type Indicator } from './disclosure-support.ts';
import { block, endless, relation, system, type Case } from './disclosure-system.ts';

const highs = await loadSolver();
const ten: Need = { down: 4, up: 6 };

describe('the interval that a hidden figure needs', () => {
  it('is as wide as the protection for every small count, and never goes below zero', () => {
    const wide = [1, 4, 5, 6, 9].map((figure) => needOf(figure, { minimum: 10 }));
    assert.deepEqual(wide, [
      { down: 1, up: 9 },
      { down: 4, up: 6 },
      { down: 5, up: 5 },
      { down: 5, up: 5 },
      { down: 5, up: 5 },
    ]);
  });

  it('has its larger half above where the protection is odd', () => {
    assert.deepEqual(needOf(4, { minimum: 5 }), { down: 2, up: 3 });
    assert.deepEqual(needOf(4, { minimum: 5, protection: 1 }), { down: 0, up: 1 });
  });

  it('is for what is counted, so for nothing below zero', () => {
    const dominance = { column: 'largest', percent: 75 };
    assert.equal(needOf(-3, { minimum: 10 }), null);
    assert.equal(needOf(-3, { minimum: 10, dominance }, 90), null);
    assert.equal(needOf(0, { minimum: 10, dominance }, 90), null);
    assert.equal(needOf(Number.NaN, { minimum: 10, dominance }, 90), null);
  });

  it('is the wider of the two for a small count that one contributor dominates', () => {
    const dominance = { column: 'largest', percent: 40 };
    // 8 × 100 ÷ 40 − 8 is 12 above, and no more than the figure itself below.
    assert.deepEqual(needOf(8, { minimum: 10, dominance }, 100), { down: 8, up: 12 });
    // 8 × 44 ÷ 40 − 8 is 0.8 on either side.
    assert.deepEqual(needOf(8, { minimum: 10, dominance }, 44), { down: 5, up: 5 });
    assert.deepEqual(needOf(8, { minimum: 10, dominance }), { down: 5, up: 5 });
    assert.deepEqual(needOf(80, { minimum: 10, dominance }, 100), { down: 80, up: 120 });
  });
});

describe('figures that the rule hides by itself', () => {
  const rule = { suppression: { minimum: 10, protection: 4 } };
  const indicators: readonly Indicator[] = [
    { code: 'clients', disclosure: rule },
    { code: 'hours', decimals: 1, disclosure: { suppression: { minimum: 10 } } },
    { code: 'people' },
  ];
  const input = (figures: Readonly<Record<string, number>>, hidden: readonly string[] = []) => {
    const cells = Object.entries(figures).map(([metric, value]): Cell => {
      return { codes: { metric }, value, ...(hidden.includes(metric) ? { status: 'C' } : {}) };
    });
    return { ...makeTable({ dimensions: [], indicators, cells }), largest: null, earlier: [] };
  };

  it('are the small counts of indicators that have one', () => {
    const found = primaryCells(input({ clients: 9, hours: 9.5, people: 9 }));
    assert.deepEqual(
      [...found],
      [
        [0, { down: 2, up: 2 }],
        [1, { down: 5, up: 5 }],
      ],
    );
    assert.equal(primaryCells(input({ clients: 10, hours: 10, people: 9 })).size, 0);
  });

  it('are those too that the source hides and anybody can compute, however large', () => {
    const all = ['clients', 'hours', 'people'];
    assert.deepEqual(
      [...primaryCells(input({ clients: 30, hours: 0, people: 30 }, all))],
      [
        [0, { down: 2, up: 2 }],
        [1, { down: 0, up: 10 }],
      ],
    );
    assert.deepEqual([...primaryCells(input({ clients: -30 }, all))], [[0, { down: 0, up: 4 }]]);
    assert.equal(primaryCells(input({ clients: Number.NaN }, all)).size, 0);
  });

  it('are told apart to the last decimal of their indicator', () => {
    const { table, columns } = input({ clients: 9, hours: 9.5, people: 9 });
    assert.deepEqual(
      rulesOf(table, columns).map((each) => each?.unit ?? null),
      [1, 0.1, null],
    );
  });
});

describe('a figure that is hidden', () => {
  /** What is exposed with its width, when these cells are hidden. */
  const exposed = (hidden: readonly number[], truth: readonly number[], given: Case) => [
    ...exposedCells(highs, block(truth, given), new Set(hidden)),
  ];

  it('passes with an interval exactly as wide as it needs', () => {
    // 4 + 6 = 10: from 0 to 10.
    const sum = [relation({ 0: 1, 1: 1 }, 10)];
    assert.deepEqual(exposed([0, 1], [4, 6], { relations: sum, needs: { 0: ten } }), []);
    assert.deepEqual(exposed([0, 1], [4, 5], { relations: [relation({ 0: 1, 1: 1 }, 9)], needs: { 0: ten } }), [
      [0, 9],
    ]);
  });

  it('is computed from the figures that are published beside it', () => {
    const sum = [relation({ 0: 1, 1: 1, 2: -1 }, 0)];
    const given = { relations: sum, needs: { 0: ten } };
    assert.deepEqual(exposed([0], [4, 6, 10], given), [[0, 0]]);
    assert.deepEqual(exposed([0, 1], [4, 6, 10], given), []);
    // The whole is open at the top, and so is what it hides.
    assert.deepEqual(exposed([0, 2], [4, 6, 10], given), []);
    assert.deepEqual(exposed([], [4, 6, 10], given), []);
  });

  it('lies below its whole, from nothing upwards', () => {
    const below = { relations: [relation({ 0: 1, 1: -1 }, -endless, 0)], needs: { 0: ten } };
    assert.deepEqual(exposed([0], [4, 7], below), [[0, 7]]);
    assert.deepEqual(exposed([0], [4, 10], below), []);
    assert.deepEqual(exposed([0], [4, 10], { ...below, lower: [3, 0] }), [[0, 7]]);
  });

  it('counts as often as the relation says', () => {
    // 2 × 4 + 6 = 14: from 0 to 7.
    const twice = { relations: [relation({ 0: 2, 1: 1 }, 14)], needs: { 0: ten } };
    assert.deepEqual(exposed([0, 1], [4, 6], twice), [[0, 7]]);
    // 4 − 2 × 3 = −2, with the 3 published: exactly 4.
    assert.deepEqual(exposed([0], [4, 3], { relations: [relation({ 0: 1, 1: -2 }, -2)], needs: { 0: ten } }), [[0, 0]]);
  });

  it('needs no more room than anybody knows that there is', () => {
    const narrow = { relations: [relation({ 0: 1, 1: 1 }, 10)], needs: { 0: ten }, upper: [8, endless] };
    assert.deepEqual(exposed([0, 1], [4, 6], narrow), []);
    const narrower = { ...narrow, relations: [relation({ 0: 1, 1: 1 }, 7)] };
    assert.deepEqual(exposed([0, 1], [4, 3], narrower), [[0, 7]]);
    const both = { ...narrow, lower: [3, 0] };
    assert.deepEqual(exposed([0, 1], [4, 6], both), []);
    assert.deepEqual(exposed([0, 1], [4, 3], { ...both, relations: narrower.relations }), [[0, 4]]);
  });

  it('that protects another must be open by one unit of its last decimal', () => {
    const open = (width: number, unit: number) =>
      exposed([0], [4], { relations: [relation({ 0: 1 }, 4, 4 + width)], unit }).map(([cell]) => cell);
    assert.deepEqual(open(1, 1), []);
    assert.deepEqual(open(0.5, 1), [0]);
    assert.deepEqual(open(0.5, 0.1), []);
    assert.deepEqual(open(0.05, 0.1), [0]);
  });

  it('is found wherever it stands among others, in order', () => {
    const sums = [relation({ 0: 1 }, 3), relation({ 1: 1, 2: 1 }, 20), relation({ 3: 1, 4: 1 }, 6)];
    const needs = { 0: ten, 1: ten, 3: ten, 4: ten };
    assert.deepEqual(exposed([4, 3, 2, 1, 0], [3, 4, 16, 4, 2], { relations: sums, needs }), [
      [0, 0],
      [3, 6],
      [4, 6],
    ]);
  });

  it('may be a zero that the source hides', () => {
    const needs = { 0: { down: 0, up: 10 } };
    assert.deepEqual(exposed([0, 1], [0, 30], { relations: [relation({ 0: 1, 1: 1 }, 30)], needs }), []);
    assert.deepEqual(exposed([0, 1], [0, 9], { relations: [relation({ 0: 1, 1: 1 }, 9)], needs }), [[0, 9]]);
  });

  it('may be below zero where nothing says that it is not', () => {
    const sum = { relations: [relation({ 0: 1, 1: 1 }, -2)], needs: { 0: ten }, lower: [-endless, -endless] };
    assert.deepEqual(exposed([0, 1], [-4, 2], sum), []);
    const from10To7Below = { ...sum, relations: [relation({ 0: 1 }, -10, -7)] };
    assert.deepEqual(exposed([0], [-8], from10To7Below), [[0, 3]]);
  });
});

describe('cells that hang together', () => {
  it('are taken apart from others, and left alone where nothing needs protection', () => {
    const relations = [relation({ 0: 1, 2: 1 }, 34), relation({ 1: 1, 3: 1 }, 70), relation({ 4: 1, 5: 1 }, 12)];
    const needs = { 0: ten, 5: { down: 3, up: 7 } };
    const found = blocksOf(system([4, 40, 30, 30, 9, 3], { relations, needs }));
    assert.deepEqual(
      found.map(({ rows, truth, relations: own, needs: needed }) => [rows, [...truth], own, [...needed]]),
      [
        [[0, 2], [4, 30], [relation({ 0: 1, 1: 1 }, 34)], [[0, ten]]],
        [[4, 5], [9, 3], [relation({ 0: 1, 1: 1 }, 12)], [[1, { down: 3, up: 7 }]]],
      ],
    );
  });

  it('hang together over any number of sums', () => {
    const relations = [relation({ 2: 1, 3: 1 }, 20), relation({ 0: 1, 1: 1 }, 34), relation({ 1: 1, 2: 1 }, 40)];
    const [found, ...others] = blocksOf(system([4, 30, 10, 10], { relations, needs: { 0: ten } }));
    assert.deepEqual(found?.rows, [0, 1, 2, 3]);
    assert.deepEqual(found.relations, relations);
    assert.deepEqual(others, []);
  });

  it('do not hang together by a zero that is published, nor by what is known', () => {
    const relations = [relation({ 0: 1, 1: 1, 2: 1, 3: -1 }, 0), relation({ 1: 1, 4: 1 }, 9), relation({ 2: 1 }, 30)];
    const given = { relations, needs: { 0: ten }, lower: [0, 0, 30, 0, 0], upper: [50, endless, 30, 99, endless] };
    assert.deepEqual(blocksOf(system([4, 0, 30, 34, 9], given)), [
      {
        rows: [0, 3],
        truth: Float64Array.of(4, 34),
        lower: Float64Array.of(0, 0),
        upper: Float64Array.of(50, 99),
        unit: Float64Array.of(1, 1),
        relations: [relation({ 0: 1, 1: -1 }, -30)],
        needs: new Map([[0, ten]]),
      },
    ]);
  });

  it('include a zero that is hidden itself, but nothing that is known or has no figure', () => {
    const zero = { relations: [relation({ 0: 1, 1: 1 }, 30)], needs: { 0: { down: 0, up: 10 } } };
    assert.deepEqual(
      blocksOf(system([0, 30], zero)).map(({ rows }) => rows),
      [[0, 1]],
    );
    assert.deepEqual(blocksOf(system([4, 30], { ...zero, lower: [4, 0], upper: [4, endless] })), []);
    assert.deepEqual(blocksOf(system([Number.NaN, 30], { ...zero, relations: [] })), []);
  });

  it('need none beside them: what is in no sum is hidden by itself', () => {
    const [found] = blocksOf(system([4], { relations: [], needs: { 0: ten } }));
    assert.deepEqual(found?.relations, []);
  });
});

describe('a linear program', () => {
  it('gives the cheapest solution within bounds that may change, and none where there is none', () => {
    const program = new LinearProgram(
      highs,
      [relation({ 0: 1, 1: 1 }, 10)],
      Float64Array.of(0, 0),
      Float64Array.of(4, 9),
    );
    assert.deepEqual([...(program.minimise(Float64Array.of(-1, 1)) ?? [])], [4, 6]);
    assert.deepEqual([...(program.minimise(Float64Array.of(1, -1)) ?? [])], [1, 9]);
    program.bound(Float64Array.of(0, 0), Float64Array.of(4, 5));
    assert.equal(program.minimise(Float64Array.of(1, -1)), null);
    program.bound(Float64Array.of(2, 0), Float64Array.of(4, 20));
    assert.deepEqual([...(program.minimise(Float64Array.of(1, -1)) ?? [])], [2, 8]);
    program.dispose();
  });
});
