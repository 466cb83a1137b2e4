/**
 * Makes the synthetic table of youth care for the demo: invented persons, drawn by chance with a fixed seed, counted by
 * municipality, age, sex and kind of care. Nobody in it exists, so it may show what a real table of this kind must hide.
 * Usage: node scripts/synthetic-youth-care.mjs [file]   writes demo/tables/jeugdhulp-synthetisch.csv, always the same
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = process.argv[2] ?? fileURLToPath(new URL('../demo/tables/jeugdhulp-synthetisch.csv', import.meta.url));
const whole = { region: 'CR12', total: 'T' };

/** Invented numbers of young people, in the order of size of the municipality. */
const youngPeople = {
  GM0141: 15600,
  GM0147: 5600,
  GM1774: 6100,
  GM0153: 33800,
  GM0158: 5200,
  GM0163: 8300,
  GM0164: 18300,
  GM1735: 7700,
  GM0168: 5000,
  GM0173: 7100,
  GM1742: 10400,
  GM0183: 5300,
  GM1700: 8400,
  GM0189: 6200,
};
const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025];
/** Part of the young people, and the chance of care. */
const ages = { '0-11': [0.5, 0.075], '12-17': [0.27, 0.125], '18-22': [0.23, 0.022] };
const sexes = { M: [0.51, 1.15], F: [0.49, 0.85] };
/** How often each kind is the main one, per age group. */
const kinds = {
  ambulant: [0.72, 0.68, 0.74],
  dagbehandeling: [0.17, 0.09, 0.02],
  pleegzorg: [0.08, 0.1, 0.09],
  verblijf: [0.03, 0.13, 0.15],
};

/** Numbers from 0 to 1 that look random (mulberry32), the same in every run. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = seeded(20190101);
const counts = new Map();

/** Adds to a cell and to every total above it: to each combination of the codes. */
function count(indicator, codes, number) {
  const keys = codes.reduce((places, own) => places.flatMap((place) => own.map((code) => [...place, code])), [[]]);
  for (const place of keys) {
    const key = [...place, indicator].join();
    counts.set(key, (counts.get(key) ?? 0) + number);
  }
}

/** The kind of care that the draw points at. */
function kindOf(draw, age) {
  let rest = draw;
  for (const [kind, parts] of Object.entries(kinds)) {
    rest -= parts[age];
    if (rest < 0) return kind;
  }
  return 'ambulant';
}

for (const year of years) {
  for (const [region, people] of Object.entries(youngPeople)) {
    const local = 0.75 + 0.5 * random();
    Object.entries(ages).forEach(([age, [part, chance]], index) => {
      for (const [sex, [half, factor]] of Object.entries(sexes)) {
        const persons = Math.round(people * part * half * (1 + (year - 2022) * 0.004));
        const place = [[region, whole.region], [year], [age, whole.total], [sex, whole.total]];
        for (let person = 0; person < persons; person++) {
          if (random() >= chance * factor * local) continue;
          count('jongeren-met-jeugdhulp', [...place, [kindOf(random(), index), whole.total]], 1);
        }
        count('jongeren', [...place, [whole.total]], persons);
      }
    });
  }
}

const lines = ['region,period,age,sex,care,indicator,value'];
for (const region of [...Object.keys(youngPeople), whole.region]) {
  for (const year of years) {
    for (const age of [...Object.keys(ages), whole.total]) {
      for (const sex of [...Object.keys(sexes), whole.total]) {
        for (const kind of [...Object.keys(kinds), whole.total]) {
          // Young people as such have no kind of care.
          for (const indicator of ['jongeren-met-jeugdhulp', ...(kind === whole.total ? ['jongeren'] : [])]) {
            const key = [region, year, age, sex, kind, indicator].join();
            lines.push(`${key},${counts.get(key) ?? 0}`);
          }
        }
      }
    }
  }
}
writeFileSync(file, `${lines.join('\n')}\n`);
console.log(`${lines.length - 1} counts in ${file}`);
