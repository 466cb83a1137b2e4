/** What every page draws: one line per chart, of a region and an indicator of the table `bevolking`. */
export const endpoint = new URLSearchParams(location.search).get('endpoint');

export const regions = [
  ...['GM0153', 'GM0164', 'GM0141', 'GM0147', 'GM1774', 'GM0158', 'GM0163', 'GM1735', 'GM0168', 'GM0173', 'GM1742'],
  ...['GM0183', 'GM1700', 'GM0189', 'PV23', 'NL01'],
];
export const indicators = [
  ...['inwoners', 'geboorten', 'sterfgevallen', 'natuurlijke-aanwas', 'migratiesaldo', 'groei', 'dichtheid'],
  ...['geboortecijfer', 'sterftecijfer', 'groeicijfer'],
];

/** The region and the indicator of a chart or tile, by its number; another for each of the first 160. */
export const subject = (number) => ({
  region: regions[number % regions.length],
  indicator: indicators[Math.floor(number / regions.length) % indicators.length],
});

/** The figures of so many charts in one request, as somebody would read them for a page of their own. */
export async function fetchSeries(count) {
  const subjects = Array.from({ length: count }, (_, number) => subject(number));
  const codes = (name) => [...new Set(subjects.map((each) => each[name]))].join(',');
  const question = new URLSearchParams([
    ['lang', 'nl'],
    ['valueCodes[RegioS]', codes('region')],
    ['valueCodes[Geslacht]', 'T'],
    ['valueCodes[Perioden]', '*'],
    ['valueCodes[Onderwerp]', codes('indicator')],
  ]);
  const answer = await fetch(`${endpoint}/tables/bevolking/data?${question}`);
  if (!answer.ok) throw new Error(`The endpoint answers ${answer.status}`);
  const { id, size, dimension, value, source } = await answer.json();
  const placeOf = (name, code) => {
    const { index } = dimension[name].category;
    return Array.isArray(index) ? index.indexOf(code) : index[code];
  };
  const periods = Object.keys(dimension.Perioden.category.index);
  return subjects.map(({ region, indicator }) => {
    const { label, unit } = dimension.Onderwerp.category;
    const values = periods.map((period) => {
      const code = { RegioS: region, Geslacht: 'T', Perioden: period, Onderwerp: indicator };
      return value[id.reduce((cell, name, axis) => cell * size[axis] + placeOf(name, code[name]), 0)] ?? null;
    });
    return {
      name: dimension.RegioS.category.label[region],
      label: label[indicator],
      unit: unit?.[indicator]?.base ?? '',
      decimals: unit?.[indicator]?.decimals ?? 0,
      source,
      periods,
      values,
    };
  });
}
