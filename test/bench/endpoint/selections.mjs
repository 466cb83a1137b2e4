/** Selections from the scale set: 14 regions × 25 periods of one indicator, as a page with a map and a trend asks. */
import { randomFrom } from './tools.mjs';

/** An endless row of addresses, each another selection; the same row for the same seed. */
export async function* selections(root, seed) {
  const { dimension } = await (await fetch(`${root}/api/v2/tables/schaal/metadata`)).json();
  const codesOf = (name) => Object.keys(dimension[name].category.index);
  const regions = codesOf('RegioS').filter((code) => code.startsWith('GM'));
  if (regions.length < 14) throw new Error('The scale set has fewer than 14 regions: ask for more observations');
  const [parts, periods, indicators] = ['Deel', 'Perioden', 'Onderwerp'].map(codesOf);
  const random = randomFrom(seed);
  const one = (codes) => codes[Math.floor(random() * codes.length)];
  for (;;) {
    const chosen = new Set();
    while (chosen.size < 14) chosen.add(one(regions));
    const start = Math.floor(random() * (periods.length - 25));
    const query = new URLSearchParams([
      ['valueCodes[RegioS]', [...chosen].join(',')],
      ['valueCodes[Perioden]', periods.slice(start, start + 25).join(',')],
      ['valueCodes[Deel]', one(parts)],
      ['valueCodes[Onderwerp]', one(indicators)],
    ]);
    yield `${root}/api/v2/tables/schaal/data?${query}`;
  }
}
