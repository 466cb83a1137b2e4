/**
 * From the text of a table to the series of one region: a table of a million cells, beside `JSON.parse` of the same text
 * alone, and beside `jsonstat-toolkit`, which turns the same text into the same series.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parseJsonStat } from '@peilglas/client/json-stat';
import JSONstat from 'jsonstat-toolkit';
import { compare, inTurn, median } from '../turns.mjs';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

const [regions, periods, indicators] = [400, 50, 50];

function tableText() {
  const codes = (letter, count) => Array.from({ length: count }, (_, place) => `${letter}${1000 + place}`);
  const category = (all) => ({ index: all, label: Object.fromEntries(all.map((code) => [code, `Naam van ${code}`])) });
  const years = Array.from({ length: periods }, (_, place) => String(1975 + place));
  const value = Array.from({ length: regions * periods * indicators }, (_, cell) =>
    cell % 97 === 0 ? null : (cell * 7919) % 200_003,
  );
  const status = Object.fromEntries(value.flatMap((each, cell) => (each === null ? [[cell, 'O']] : [])));
  return JSON.stringify({
    version: '2.0',
    class: 'dataset',
    label: 'Bench',
    id: ['Regio', 'Onderwerp', 'Perioden'],
    size: [regions, indicators, periods],
    role: { geo: ['Regio'], time: ['Perioden'], metric: ['Onderwerp'] },
    dimension: {
      Regio: { category: category(codes('GM', regions)) },
      Onderwerp: { category: category(codes('X', indicators)) },
      Perioden: { category: { index: years } },
    },
    value,
    status,
  });
}

const chosen = { Regio: 'GM1200', Onderwerp: 'X1025' };

const ways = {
  json: (text) => JSON.parse(text).value.length,
  peilglas: (text) => [...parseJsonStat(JSON.parse(text)).series(chosen)].map(({ observation }) => observation.value),
  toolkit: (text) =>
    JSONstat(JSON.parse(text))
      .Data(chosen)
      .map(({ value }) => value),
};

/** Some systems count processor time by ticks of four milliseconds: one call would be five or ten of them. */
const calls = 3;

/** What one of them takes, in milliseconds of the thread's processor time, with nothing left over of the one before. */
function measure(way, text) {
  let [time, result] = [0, undefined];
  for (let call = 0; call < calls; call++) {
    collectGarbage();
    const began = process.threadCpuUsage();
    result = way(text);
    const { user, system } = process.threadCpuUsage(began);
    time += (user + system) / 1000 / calls;
  }
  return { time, result };
}

export async function benchParse({ short }) {
  const text = tableText();
  const contestants = Object.fromEntries(Object.entries(ways).map(([name, way]) => [name, () => measure(way, text)]));
  const turns = await inTurn(contestants, short ? 5 : 15, 2);
  const same = JSON.stringify(turns.peilglas[0].result) === JSON.stringify(turns.toolkit[0].result);
  if (!same) throw new Error('The toolkit reads another series than we do');
  const times = (name) => turns[name].map(({ time }) => time);
  const told = (name) => `${median(times('peilglas')).toFixed(0)} : ${median(times(name)).toFixed(0)} ms`;
  return [
    {
      name: 'parse-vs-json-parse',
      baseline: 'JSON.parse alone',
      ...compare(times('peilglas'), times('json')),
      bound: 1.3,
      told: told('json'),
    },
    {
      name: 'parse-vs-jsonstat-toolkit',
      baseline: 'jsonstat-toolkit',
      ...compare(times('peilglas'), times('toolkit')),
      bound: 0.1,
      told: told('toolkit'),
    },
  ];
}
