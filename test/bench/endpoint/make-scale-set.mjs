/**
 * A table of ten million observations: the national base set, each figure divided over 31 parts. Seeded, so that it is
 * the same to the byte each time. The base figures are those of Statistics Netherlands where they lie beside the
 * repository, and else made up; the division is made up in any case and means nothing.
 *
 * `node test/bench/endpoint/make-scale-set.mjs [folder] [observations]`
 */
import { createReadStream, createWriteStream, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createGunzip } from 'node:zlib';
import { stringify } from 'yaml';

const seed = 20_250_101;
const parts = 31;
const nationalSet = new URL('../../../../shared/data/national/national-long.csv.gz', import.meta.url);
const statuses = { voorlopig: 'P', 'nader voorlopig': 'R' };
/** Counts, of which parts add up; all else is an average or a rate. */
const counts = /Population|LiveBorn|Deaths|47018NED/;

/**
 * Makes the set once per folder.
 * @returns {Promise<{manifest: string, data: string, rows: number, base: 'national' | 'synthetic'}>}
 */
export async function makeScaleSet(folder, wanted = 10_000_000) {
  const national = existsSync(nationalSet);
  const base = national ? 'national' : 'synthetic';
  const name = `schaal-${base}-${wanted}`;
  const manifest = join(folder, `${name}.yaml`);
  const data = join(folder, `${name}.csv`);
  const rows = await (national ? readBase() : makeBase());
  const groups = Math.ceil(wanted / (parts + 1));
  const chosen = Array.from({ length: groups }, (_, index) => rows[index % rows.length]).slice(
    0,
    Math.min(groups, rows.length),
  );
  if (!existsSync(manifest)) {
    mkdirSync(folder, { recursive: true });
    await writeData(data, chosen);
    writeFileSync(manifest, stringify(makeManifest(`${name}.csv`, chosen)));
  }
  return { manifest, data, rows: chosen.length * (parts + 1), base };
}

async function readBase() {
  const lines = createInterface({ input: createReadStream(nationalSet).pipe(createGunzip()) });
  const rows = [];
  let header = null;
  for await (const line of lines) {
    if (header === null) header = line;
    else {
      // Names are quoted where they hold a comma; the other fields never are.
      const [region, label, period, indicator, value, status] = line
        .match(/("[^"]*"|[^,]*)(,|$)/g)
        .map((field) => field.replace(/,$/, '').replaceAll('"', ''));
      rows.push({ region, label, period, indicator, value, status: statuses[status] ?? '' });
    }
  }
  return rows;
}

/** As many regions, indicators and periods as the national set has, with figures out of nothing. */
function makeBase() {
  const random = randomFrom(seed);
  const rows = [];
  for (let region = 1; region <= 350; region++) {
    const code = `GM${String(region).padStart(4, '0')}`;
    for (let year = 1995; year <= 2024; year++) {
      for (let indicator = 1; indicator <= 30; indicator++) {
        const value = indicator <= 15 ? String(Math.floor(random() * 50_000)) : (random() * 100).toFixed(1);
        rows.push({
          region: code,
          label: `Gemeente ${region}`,
          period: String(year),
          indicator: indicator <= 15 ? `Population_${indicator}` : `Rate_${indicator}`,
          value,
          status: '',
        });
      }
    }
  }
  return rows;
}

async function writeData(path, rows) {
  const random = randomFrom(seed);
  const file = createWriteStream(path, { highWaterMark: 1 << 20 });
  file.write('regio,deel,periode,onderwerp,waarde,status\n');
  for (const { region, period, indicator, value, status } of rows) {
    const figures = divide(value, counts.test(indicator), random);
    const text = figures
      .map((figure, part) => `${region},${part === 0 ? 'T' : `D${part}`},${period},${indicator},${figure},${status}\n`)
      .join('');
    if (!file.write(text)) await once(file, 'drain');
  }
  file.end();
  await finished(file);
}

/** The figure itself, then its parts. */
function divide(text, additive, random) {
  if (text === '') return Array.from({ length: parts + 1 }, () => '');
  const whole = Number(text);
  const decimals = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
  if (!additive)
    return [text, ...Array.from({ length: parts }, () => (whole * (0.9 + 0.2 * random())).toFixed(decimals))];
  const weights = Array.from({ length: parts }, () => random());
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const shares = weights.map((weight) => Math.trunc((whole * weight) / sum));
  shares[0] += whole - shares.reduce((total, share) => total + share, 0);
  return [text, ...shares.map(String)];
}

function makeManifest(file, rows) {
  const regions = new Map(rows.map(({ region, label }) => [region, label]));
  const decimals = new Map();
  for (const { indicator, value } of rows) {
    const found = value.includes('.') ? value.length - value.indexOf('.') - 1 : 0;
    decimals.set(indicator, Math.max(decimals.get(indicator) ?? 0, found));
  }
  return {
    id: 'schaal',
    title: { nl: 'Schaalproef: landelijke cijfers, verdeeld over verzonnen delen' },
    description: { nl: 'Alleen om snelheid te meten; de verdeling over delen betekent niets.' },
    theme: { code: 'proef', label: { nl: 'Proef' } },
    source: { nl: 'CBS StatLine, verdeeld door een proefprogramma' },
    licence: 'CC-BY-4.0',
    owner: { nl: 'Niemand' },
    retention: 'Zolang de meting duurt',
    contact: { name: 'Meting', mail: 'meting@example.org' },
    audience: 'public',
    personal: 'none',
    officialStatistics: false,
    updated: '2025-01-01',
    validation: { by: 'Proefprogramma', on: '2025-01-02' },
    expectations: { totals: { tolerance: 0 }, jumps: [{ period: 1000, version: 1000, from: 1000 }] },
    data: { file, value: 'waarde', status: 'status' },
    dimensions: [
      {
        id: 'RegioS',
        column: 'regio',
        role: 'geo',
        label: { nl: 'Regio' },
        codes: [...regions].map(([code, label]) => ({ code, label: { nl: label || code } })),
      },
      {
        id: 'Deel',
        column: 'deel',
        label: { nl: 'Deel' },
        total: 'T',
        codes: [
          { code: 'T', label: { nl: 'Totaal' }, complete: true },
          ...Array.from({ length: parts }, (_, index) => ({
            code: `D${index + 1}`,
            label: { nl: `Deel ${index + 1}` },
            parent: 'T',
          })),
        ],
      },
      { id: 'Perioden', column: 'periode', role: 'time', label: { nl: 'Periode' } },
      { id: 'Onderwerp', column: 'onderwerp', role: 'metric', label: { nl: 'Onderwerp' } },
    ],
    indicators: [...decimals].map(([code, places]) => ({
      code,
      label: { nl: code },
      unit: { nl: 'aantal' },
      decimals: places,
      definition: { nl: 'Zie de bron.' },
      measuringType: 'Other',
      goodDirection: 'none',
      ...(counts.test(code) ? { additive: true } : {}),
      range: { min: -1_000_000, max: 100_000_000 },
    })),
  };
}

/** Mulberry32, public domain: a small generator that is the same everywhere. Numbers from 0 to 1. */
function randomFrom(start) {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = process.argv[2] ?? fileURLToPath(new URL('../../../.peilglas/bench', import.meta.url));
  console.log(await makeScaleSet(folder, Number(process.argv[3] ?? 10_000_000)));
}
