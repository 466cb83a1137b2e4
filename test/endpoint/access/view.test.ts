/** Who sees what of a table, decided without server or store: rules that are the same for each way to ask. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Caller } from '../../../packages/endpoint/dist/access/caller.js';
import { decide, isListed } from '../../../packages/endpoint/dist/access/policy.js';
import { mayKnow, municipalitiesIn, ownersOf } from '../../../packages/endpoint/dist/access/regions.js';
import { announcementOf, storedSelection, viewOf } from '../../../packages/endpoint/dist/access/view.js';
import type { Category, Codelist, Dimension } from '../../../packages/endpoint/dist/table.js';
import { category, codelist, regions, tableOf, versionOf } from './plain-table.ts';

function caller(themes: readonly string[], municipalities: readonly string[] | 'all' = []): Caller {
  return {
    subject: { issuer: 'https://id.example.org', pseudonym: 'x' },
    themes: new Set(themes),
    municipalities: municipalities === 'all' ? 'all' : new Set(municipalities),
  };
}
const anyone: Caller = { subject: null, themes: new Set(), municipalities: new Set() };
const hengelo = caller(['jeugd'], ['GM0164']);
const bound = { theme: 'jeugd', municipalityBound: true } as const;

describe('whether a table is opened', () => {
  const themed = { theme: 'jeugd', municipalityBound: false } as const;
  const cases = [
    ['a public table to anyone', 'public', anyone, 'open'],
    ['a table of a theme to who has it', themed, hengelo, 'open'],
    ['a table of a theme not to who has another', themed, caller(['zorg'], 'all'), 'absent'],
    ['a table of a theme not to who brings no token', themed, anyone, 'sign-in'],
    ['rights without a subject to nobody', themed, { ...hengelo, subject: null }, 'sign-in'],
    [
      'a listed table not to who has another theme, who is told whom to ask',
      { ...themed, listed: true },
      caller([]),
      'forbidden',
    ],
    ['a bound table to who has a municipality in it', bound, hengelo, 'open'],
    ['a bound table for its totals to who has no municipality in it', bound, caller(['jeugd'], ['GM9999']), 'open'],
    ['a bound table not by its municipality alone', bound, caller(['zorg'], ['GM0164']), 'absent'],
  ] as const;
  for (const [name, audience, who, expected] of cases) {
    it(name, () => {
      assert.equal(decide(tableOf(audience), who, true), expected);
    });
  }

  it('a table that does not exist is as one that is not theirs, with a token and without', () => {
    assert.equal(decide(null, caller([]), true), 'absent');
    assert.equal(decide(null, anyone, true), 'sign-in');
    assert.equal(decide(null, anyone, false), 'absent');
  });

  it('nobody is sent to sign in where no issuer is trusted', () => {
    assert.equal(decide(tableOf(themed), anyone, false), 'absent');
    assert.equal(decide(tableOf({ ...themed, listed: true }), anyone, false), 'forbidden');
  });

  it('a bound table without regions, or with regions of nobody they know of, is not theirs', () => {
    const places = regions([category('GM0153')]);
    const time: Dimension = { id: 'Perioden', role: 'time', label: { nl: 'P' }, codes: [category('2023')] };
    assert.equal(decide(tableOf(bound, [time]), hengelo, true), 'absent');
    assert.equal(decide(tableOf(bound, [places, time]), hengelo, true), 'absent');
    const both = [regions(), { ...places, id: 'Herkomst' }];
    assert.equal(decide(tableOf(bound, both), hengelo, true), 'absent', 'each of its dimensions of regions counts');
  });

  it('only a public table and one that says so are listed', () => {
    const listed = (['public', bound, { ...bound, listed: false }, { ...bound, listed: true }] as const).map(
      (audience) => isListed(tableOf(audience)),
    );
    assert.deepEqual(listed, [true, false, false, true]);
  });
});

describe('whose a region is', () => {
  const owners = (...codes: readonly Category[]) => ownersOf(regions(codes));

  it('its code says, of municipality, district and neighbourhood', () => {
    const codes = ['GM0164', 'gm0164', 'WK016401', 'BU01640102'].map((code) => category(code));
    assert.deepEqual(owners(...codes), ['GM0164', 'GM0164', 'GM0164', 'GM0164']);
  });

  it('nobody says of a code that only looks like one', () => {
    const codes = ['GM01644', 'xGM0164', 'WK01', 'BU01', 'GM01', 'WK0164011', 'BU016401021', 'PV234', 'P23', 'xPV23'];
    assert.deepEqual(
      owners(...codes.map((code) => category(code))),
      codes.map(() => undefined),
    );
  });

  it('is above municipalities for the codes of larger regions and for the total of the dimension', () => {
    const larger = ['NL01', 'LD02', 'pv23', 'CR12', 'VR04', 'JZ08'].map((code) => category(code));
    assert.deepEqual(
      owners(...larger),
      larger.map(() => null),
    );
    assert.deepEqual(ownersOf({ ...regions([category('alles'), category('deel')]), total: 'alles' }), [
      null,
      undefined,
    ]);
  });

  it('is not told by a code of their form alone, as districts of a municipality have too', () => {
    const lone = ['ST01', 'st02', 'SD07', 'AM01'].map((code) => category(code));
    assert.deepEqual(
      owners(...lone),
      lone.map(() => undefined),
    );
    const within = [category('ST01'), category('WK016401', 'ST01'), category('BU01640102', 'ST01')];
    assert.deepEqual(owners(...within), ['GM0164', 'GM0164', 'GM0164']);
    const above = [category('RG01'), category('GM0153', 'RG01'), category('GM0164', 'RG01')];
    assert.deepEqual(owners(...above), [null, 'GM0153', 'GM0164']);
  });

  it('is the nearest municipality above it, though it bears another name', () => {
    const tree = [
      category('GM0164'),
      category('zuid', 'GM0164'),
      category('zuidoost', 'zuid'),
      category('PV23', 'GM0164'),
    ];
    assert.deepEqual(owners(...tree), ['GM0164', 'GM0164', 'GM0164', 'GM0164']);
  });

  it('is the one municipality below it, and of several a total', () => {
    const one = [
      category('groep'),
      category('kern', 'groep'),
      category('WK016401', 'kern'),
      category('GM0164', 'groep'),
    ];
    assert.deepEqual(owners(...one), ['GM0164', 'GM0164', 'GM0164', 'GM0164']);
    const several = [
      category('groep'),
      category('GM0153', 'groep'),
      category('GM0164', 'groep'),
      category('leeg', 'weg'),
    ];
    assert.deepEqual(owners(...several), [null, 'GM0153', 'GM0164', undefined]);
  });

  it('ends where parents go round', () => {
    assert.deepEqual(owners(category('a', 'b'), category('b', 'a')), [undefined, undefined]);
  });

  it('decides who may know of it', () => {
    const rights = new Set(['GM0164']);
    const may = ['GM0164', 'GM0153', null, undefined].map((owner) => [mayKnow(owner, rights), mayKnow(owner, 'all')]);
    assert.deepEqual(may, [
      [true, true],
      [false, true],
      [true, true],
      [false, true],
    ]);
    assert.deepEqual([...municipalitiesIn(regions())], ['GM0153', 'GM0164']);
  });
});

describe('a view of a bound table', () => {
  const seen = (of: readonly Category[] | undefined) => of?.map(({ code }) => code).join(' ');
  const viewed = (who: Caller, ...dimensions: readonly Dimension[]) => {
    const table = tableOf(bound, dimensions.length > 0 ? dimensions : undefined);
    return viewOf(versionOf(table), who) ?? assert.fail('nothing is seen');
  };

  it('is nothing for who may not open it', () => {
    assert.equal(viewOf(versionOf(tableOf(bound)), anyone), null);
    assert.equal(viewOf(versionOf(tableOf(bound)), caller(['zorg'], 'all')), null);
  });

  it('is the table itself, and says by which right, where it is not bound', () => {
    const open = versionOf(tableOf('public'));
    const themed = versionOf(tableOf({ theme: 'jeugd', municipalityBound: false }));
    for (const [version, who, rights] of [
      [open, anyone, ''],
      [open, hengelo, ''],
      [themed, hengelo, 'theme'],
    ] as const) {
      const view = viewOf(version, who);
      assert.equal(view?.table, version.table);
      assert.deepEqual(view.positions, [null, null]);
      assert.equal(view.rights, rights);
    }
  });

  it('has the rows of their own and the totals, and their places in the stored table', () => {
    const view = viewed(hengelo);
    assert.equal(seen(view.table.dimensions[0]?.codes), 'NL01 GM0164 zuid');
    assert.deepEqual(view.positions, [[0, 2, 3], null]);
    assert.deepEqual(storedSelection(view, [[0, 1, 2, 7], [0]]), [[0, 2, 3], [0]]);
  });

  it('is shared by who has the same municipalities in it, whatever else they have and in whatever order', () => {
    const version = versionOf(tableOf(bound));
    const view = (...codes: readonly string[]) => viewOf(version, caller(['jeugd'], codes));
    assert.equal(view('GM0164', 'GM0153', 'GM9999'), view('GM0153', 'GM0164'));
    assert.equal(view('GM0153', 'GM0164')?.rights, 'own GM0153 GM0164');
    assert.notEqual(view('GM0153'), view('GM0164'));
    assert.equal(view('GM9999')?.rights, 'own ');
    assert.equal(viewOf(version, caller(['jeugd'], 'all'))?.rights, 'all');
  });

  it('is kept while others look too, but not of more callers than there are municipalities', () => {
    const codes = Array.from({ length: 401 }, (_, number) => `GM${String(number).padStart(4, '0')}`);
    const version = versionOf(tableOf(bound, [regions(codes.map((code) => category(code)))]));
    const view = (number: number) => viewOf(version, caller(['jeugd'], [codes[number] ?? '']));
    const first = view(0);
    for (let number = 1; number < 400; number++) view(number);
    assert.equal(view(0), first);
    view(400);
    assert.notEqual(view(0), first);
  });

  it('tells apart whose municipality is in one of its dimensions of regions only', () => {
    const origin = { ...regions([category('NL01'), category('GM0153')]), id: 'Herkomst' };
    const version = versionOf(tableOf(bound, [regions(), origin]));
    assert.equal(viewOf(version, hengelo)?.rights, 'own GM0164');
    assert.equal(viewOf(version, hengelo)?.table.dimensions[1]?.codes.length, 1);
  });

  it('keeps a parent, a total and the mark of completeness only as far as what they speak of is seen', () => {
    const tree = [
      { ...category('NL01'), complete: true },
      { ...category('GM0164', 'NL01'), complete: true },
      category('zuid', 'GM0164'),
      category('GM0153', 'NL01'),
      category('noord', 'GM0153'),
      category('WK016401', 'weg'),
    ];
    const [seenOf] = viewed(hengelo, { ...regions(tree), total: 'NL01' }).table.dimensions;
    assert.deepEqual(
      seenOf?.codes.map(({ code, parent, complete }) => [code, parent, complete]),
      [
        ['NL01', undefined, undefined],
        ['GM0164', 'NL01', true],
        ['zuid', 'GM0164', undefined],
        ['WK016401', undefined, undefined],
      ],
    );
    assert.equal(seenOf.total, 'NL01');
    const [without] = viewed(hengelo, { ...regions(tree), total: 'noord' }).table.dimensions;
    assert.ok(without && !('total' in without) && !('codelists' in without));
    assert.ok(without.codes.every((each) => !('parent' in each) || each.parent !== 'weg'));
  });

  it('has of aggregations what they can add up whole, of value sets what is left, and nothing that is empty', () => {
    const lists: readonly Codelist[] = [
      codelist('som', 'Aggregation', { eigen: ['GM0164', 'zuid'], beide: ['GM0153', 'GM0164'] }),
      codelist('keuze', 'Valueset', { beide: ['GM0153', 'GM0164'], ander: ['GM0153'] }),
      codelist('weg', 'Valueset', { ander: ['GM0153'] }),
    ];
    const [places] = viewed(hengelo, { ...regions(), codelists: [...lists] }).table.dimensions;
    assert.deepEqual(
      places?.codelists?.map(({ id, values }) => [
        id,
        values.map(({ code, members }) => `${code}: ${members.join(' ')}`),
      ]),
      [
        ['som', ['eigen: GM0164 zuid']],
        ['keuze', ['GM0164: GM0164']],
      ],
    );
    assert.deepEqual(
      places.codelists[1]?.values.map(({ label }) => label.nl),
      ['GM0164'],
    );
  });
});

describe('the default selection of a bound table', () => {
  const chosen = (given: Readonly<Record<string, string[]>>, who: Caller, places = regions()) => {
    const version = versionOf({ ...tableOf(bound, [places]), defaultSelection: given });
    return viewOf(version, who)?.table.defaultSelection;
  };

  it('stays where all of it is theirs, and is absent where there is none', () => {
    assert.deepEqual(chosen({ regios: ['GM0164', 'NL01'] }, hengelo), { RegioS: ['NL01', 'GM0164'] });
    assert.equal(viewOf(versionOf(tableOf(bound)), hengelo)?.table.defaultSelection, undefined);
  });

  it('has the first region of their own in place of one that is not theirs', () => {
    assert.deepEqual(chosen({ RegioS: ['GM0153', 'NL01'] }, hengelo), { RegioS: ['GM0164', 'NL01'] });
    assert.deepEqual(chosen({ RegioS: ['GM0153'] }, hengelo), { RegioS: ['GM0164'] });
  });

  it('takes no other in place of one that is not theirs where one of their own stands beside it', () => {
    assert.deepEqual(chosen({ RegioS: ['GM0153', 'zuid'] }, hengelo), { RegioS: ['zuid'] });
  });

  it('falls back on a total for who has no region of their own', () => {
    const nobody = caller(['jeugd'], ['GM9999']);
    assert.deepEqual(chosen({ RegioS: ['GM0153'] }, nobody), { RegioS: ['NL01'] });
    const totals = regions([category('NL01'), category('PV23'), category('GM0153')]);
    assert.deepEqual(chosen({ RegioS: ['GM0153', 'PV23'] }, nobody, totals), { RegioS: ['PV23'] });
  });

  it('is left as it is for dimensions that hide nothing', () => {
    assert.deepEqual(chosen({ RegioS: ['NL01'] }, hengelo), { RegioS: ['NL01'] });
    const given = { Perioden: ['2022'], regios: ['GM0153'] };
    const version = (defaultSelection: Record<string, string[]>) => versionOf({ ...tableOf(bound), defaultSelection });
    assert.deepEqual(viewOf(version({ Perioden: ['2022'] }), hengelo)?.table.defaultSelection, { Perioden: ['2022'] });
    assert.deepEqual(viewOf(version(given), hengelo)?.table.defaultSelection, {
      Perioden: ['2022'],
      RegioS: ['GM0164'],
    });
  });
});

describe('the announcement of a table', () => {
  it('is there for a listed one, with its periods and no other code', () => {
    const version = versionOf(
      tableOf({ ...bound, listed: true }, [{ ...regions(), codelists: [] }, ...tableOf('public').dimensions]),
    );
    const told = announcementOf(version);
    assert.deepEqual(
      told?.table.dimensions.map(({ id, codes }) => [id, codes.length]),
      [
        ['RegioS', 0],
        ['RegioS', 0],
        ['Perioden', 2],
      ],
    );
    assert.ok(told.table.dimensions.every((dimension) => !('codelists' in dimension)));
    assert.deepEqual(told.table.indicators, []);
    assert.deepEqual(told.positions, [[], [], null]);
    assert.equal(told.rights, 'listed');
  });

  it('is not there for one that is not listed', () => {
    assert.equal(announcementOf(versionOf(tableOf(bound))), null);
  });
});
