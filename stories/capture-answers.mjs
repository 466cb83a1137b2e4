/**
 * Writes the figures that the stories show: parts of the demo tables, published and asked for as any page would, in
 * both languages. Run it after a change of a demo table or of what the endpoint answers:
 * `npx tsc -b && npx node stories/capture-answers.mjs`. The synthetic table is written by hand and stays as it is.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEndpoint, DuckDbStore, publishTables } from '@peilglas/endpoint';
import { format, resolveConfig } from 'prettier';

const root = fileURLToPath(new URL('..', import.meta.url));
const data = fileURLToPath(new URL('data/', import.meta.url));
const languages = ['nl', 'en'];

/** Per table the codes to keep, per dimension; of a dimension that is not named, all. */
const wanted = {
  bevolking: { Geslacht: 'T', Onderwerp: 'inwoners,natuurlijke-aanwas,migratiesaldo' },
  gezondheid: { RegioS: 'GM0153,PV23,NL01', Leeftijd: 'totaal', Onderwerp: 'ervaren-gezondheid*' },
  huishoudens: { RegioS: 'GM0153,GM0164,NL01' },
  inkomen: { RegioS: 'GM0153,GM0164,NL01', Onderwerp: 'besteedbaar-mediaan' },
  jeugdzorg: { RegioS: 'GM0153,GM0164,PV23,NL01', Onderwerp: 'jeugdhulp,jeugdbescherming-met-verblijf' },
  leeftijd: { RegioS: 'GM0153,GM0164,GM0141,NL01' },
  misdrijven: {
    RegioS: 'GM0153,GM0164,GM0141',
    SoortMisdrijf: 'woninginbraak,mishandeling,bedreiging,vernieling,moord-doodslag',
  },
  stadsverwarming: { RegioS: 'GM0153,GM0183' },
  uitkeringen: { RegioS: 'GM0153,NL01', Onderwerp: 'bijstand,arbeidsongeschiktheid' },
  woningprijzen: { RegioS: 'GM0153,PV23,NL01' },
};

const folder = await mkdtemp(join(tmpdir(), 'peilglas-stories-'));
try {
  const store = new DuckDbStore(join(folder, 'store'));
  const paths = Object.keys(wanted).map((table) => join(root, 'demo/tables', `${table}.yaml`));
  const reports = await publishTables({ paths, store });
  const refused = reports.filter(({ outcome }) => outcome !== 'published');
  if (refused.length > 0) throw new Error(`Not published: ${refused.map(({ manifest }) => manifest).join(', ')}`);
  const endpoint = createEndpoint({ store });
  for (const [table, codes] of Object.entries(wanted)) {
    for (const lang of languages) await capture(endpoint, table, codes, lang);
  }
  for (const lang of languages) await write('catalogue', lang, await ask(endpoint, `/api/v2/tables?lang=${lang}`));
  await endpoint.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function capture(endpoint, table, codes, lang) {
  const query = new URLSearchParams({ lang, outputFormat: 'json-stat2' });
  const metadata = await ask(endpoint, `/api/v2/tables/${table}/metadata?lang=${lang}`);
  for (const dimension of metadata.id) query.set(`valueCodes[${dimension}]`, codes[dimension] ?? '*');
  const answer = await ask(endpoint, `/api/v2/tables/${table}/data?${query}`);
  await write(table, lang, answer);
  console.log(`${table} (${lang}): ${answer.value.length} figures. ${answer.source}`);
}

async function write(name, lang, answer) {
  const file = join(data, `${name}.${lang}.json`);
  const style = await resolveConfig(file, { editorconfig: true });
  await writeFile(file, await format(JSON.stringify(answer), { ...style, filepath: file }));
}

async function ask(endpoint, url) {
  const response = await endpoint.inject({ url });
  if (response.statusCode !== 200) throw new Error(`${url}: ${response.statusCode} ${response.body}`);
  return response.json();
}
