/** Elements as an editor may write them, about tables that are there and some that are not. */
import fc from 'fast-check';

/** Codes that a table has, by dimension. */
export interface KnownTable {
  readonly id: string;
  readonly regions: readonly string[];
  readonly periods: readonly string[];
  readonly indicators: readonly string[];
  /** Dimensions that are none of these. */
  readonly others: Readonly<Record<string, readonly string[]>>;
}

type Attributes = Readonly<Record<string, string | null>>;

/** The tables of an endpoint, as its metadata tell them. */
export async function knownTables(api: string, ids: readonly string[]): Promise<readonly KnownTable[]> {
  return Promise.all(
    ids.map(async (id) => {
      const answer = await fetch(`${api}/tables/${id}/metadata?lang=nl`);
      const { dimension, role } = (await answer.json()) as {
        readonly dimension: Readonly<Record<string, { readonly category: { readonly index: Record<string, number> } }>>;
        readonly role: Readonly<Record<string, readonly string[]>>;
      };
      const codes = (name: string): readonly string[] => Object.keys(dimension[name]?.category.index ?? {});
      const of = (kind: string): readonly string[] => (role[kind] ?? []).flatMap(codes);
      const named = new Set(Object.values(role).flat());
      const others = Object.keys(dimension).filter((name) => !named.has(name));
      return {
        id,
        regions: of('geo'),
        periods: of('time'),
        indicators: of('metric'),
        others: Object.fromEntries(others.map((name) => [name, codes(name)])),
      };
    }),
  );
}

/** @param strange ids of tables that are not there, or not for everybody, or of which the answer is none */
export function anyElement(tables: readonly KnownTable[], strange: readonly string[]): fc.Arbitrary<string> {
  const known = fc.constantFrom(...tables);
  const none: KnownTable = { id: '', regions: ['GM0153'], periods: ['2020'], indicators: ['inwoners'], others: {} };
  const table = fc.oneof(
    { weight: 6, arbitrary: known },
    { weight: 1, arbitrary: fc.constantFrom(...strange).map((id) => ({ ...none, id })) },
  );
  return table.chain((about) =>
    fc
      .record({ tag: fc.constantFrom(...tags), common: common(about), context: contextOf(about) })
      .chain(({ tag, common, context }) =>
        (own[tag] ?? (() => fc.constant({})))(about).map(
          (attributes) =>
            `<data-context endpoint="/api/v2"${write(context)}><${tag} table="${about.id}"${write({ ...common, ...attributes })}></${tag}></data-context>`,
        ),
      ),
  );
}

const tags = [
  ...['kpi-tile', 'kpi-tile', 'definition-panel', 'data-table', 'data-table', 'trend-chart', 'trend-chart'],
  ...['municipality-compare', 'municipality-map', 'share-chart', 'population-pyramid'],
  ...['municipality-picker', 'period-picker', 'indicator-picker'],
];

function write(attributes: Attributes): string {
  const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return Object.entries(attributes)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${escape(value)}"`))
    .join('');
}

/** Mostly not there. */
function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(arbitrary, { freq: 2 });
}

function flag(): fc.Arbitrary<string | null> {
  return fc.constantFrom(null, null, '');
}

/** Now and then one that is no code of the table. */
function oneOf(codes: readonly string[], ...others: readonly string[]): fc.Arbitrary<string> {
  if (others.length === 0) return fc.constantFrom(...codes);
  const [code, other] = [fc.constantFrom(...codes), fc.constantFrom(...others)];
  return fc.oneof({ weight: 12, arbitrary: code }, { weight: 1, arbitrary: other });
}

function several(codes: readonly string[], ...others: readonly string[]): fc.Arbitrary<string> {
  return fc.uniqueArray(oneOf(codes, ...others), { minLength: 1, maxLength: 3 }).map((each) => each.join(' '));
}

function period({ periods }: KnownTable): fc.Arbitrary<string> {
  const range = fc.tuple(oneOf(periods), oneOf(periods)).map((each) => each.sort().join('..'));
  return fc.oneof(oneOf([...periods, 'latest', 'first'], '1900'), range);
}

function filter({ others }: KnownTable): fc.Arbitrary<string> {
  const names = Object.keys(others);
  if (names.length === 0) return fc.constant('Onbekend:x');
  return oneOf(names).chain((name) => oneOf(others[name] ?? ['x'], 'x').map((code) => `${name}:${code}`));
}

function contextOf(table: KnownTable): fc.Arbitrary<Attributes> {
  return fc.record({
    region: fc.option(oneOf(table.regions)),
    period: maybe(period(table)),
    filter: maybe(filter(table)),
  });
}

function common(table: KnownTable): fc.Arbitrary<Attributes> {
  return fc.record({
    indicator: fc.option(oneOf(table.indicators, 'bestaat-niet')),
    region: maybe(several(table.regions, 'GM9999')),
    period: maybe(period(table)),
    filter: maybe(filter(table)),
    heading: maybe(fc.constantFrom('Kop & <b>meer', 'Cijfers "hier"')),
    'heading-level': maybe(fc.constantFrom('2', '6', '9')),
    'without-source': flag(),
    lang: fc.constantFrom(null, null, null, 'en', 'de', 'fy', 'fr'),
  });
}

/** What only one element knows. */
const own: Readonly<Record<string, (table: KnownTable) => fc.Arbitrary<Attributes>>> = {
  'kpi-tile': (table) =>
    fc.record({
      since: maybe(oneOf([...table.periods, 'first'], '1900')),
      'compare-with': maybe(several(table.regions)),
      target: maybe(fc.constantFrom('12:2030', '90000')),
      peers: maybe(several([...table.regions, 'PV23'])),
      'without-sparkline': flag(),
    }),
  'data-table': (table) => {
    const dimensions = ['region', 'period', 'indicator', ...Object.keys(table.others)];
    return fc.record({
      region: fc.option(several([...table.regions, '*'])),
      indicator: fc.option(several([...table.indicators, '*'])),
      'compare-with': maybe(several(table.regions)),
      rows: maybe(several(dimensions)),
      columns: maybe(several(dimensions)),
      sort: maybe(oneOf([...table.periods, 'label', 'label:desc'])),
      selectable: flag(),
    });
  },
  'trend-chart': (table) =>
    fc.record({
      'compare-with': maybe(several(table.regions)),
      shape: maybe(fc.constantFrom('area', 'bar', 'stacked')),
      index: maybe(oneOf(table.periods)),
      reference: maybe(fc.constantFrom('100:gemiddelde', '80')),
      target: maybe(fc.constantFrom('12:2030', '90000')),
      'with-sound': flag(),
    }),
  'municipality-compare': (table) =>
    fc.record({
      peers: maybe(several([...table.regions, 'PV23'])),
      since: maybe(oneOf(table.periods)),
      order: maybe(fc.constantFrom('name', 'figure')),
      'without-average': flag(),
    }),
  'municipality-map': (table) =>
    fc.record({
      peers: maybe(several([...table.regions, 'PV23'])),
      classes: maybe(fc.constantFrom('equal', '10 20 30')),
      'with-figures': flag(),
    }),
  'share-chart': (table) =>
    fc.record({
      parts: maybe(oneOf([...Object.keys(table.others), 'indicator'])),
      'compare-with': maybe(several(table.regions)),
    }),
  'population-pyramid': (table) =>
    fc.record({
      age: maybe(oneOf(['Leeftijd', ...Object.keys(table.others)])),
      measure: maybe(fc.constantFrom('share', 'count')),
      'compare-with': maybe(oneOf(table.regions)),
      since: maybe(oneOf(table.periods)),
    }),
  'municipality-picker': (table) =>
    fc.record({
      value: maybe(oneOf(table.regions, 'GM9999')),
      kind: maybe(fc.constantFrom('province', 'district')),
      'with-all': flag(),
    }),
  'period-picker': (table) => fc.record({ value: maybe(oneOf(table.periods)), 'with-latest': flag() }),
  'indicator-picker': (table) => fc.record({ value: maybe(oneOf(table.indicators)) }),
};
