/**
 * The endpoint: a public selection that was asked for before, beside nginx with a static file, and 1,000 pages that ask at
 * once, beside 32. With fewer observations than `npm run bench:endpoint` has, so that the whole does not take an hour;
 * what is held in a cache is the same.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { measureCached } from '../endpoint/cached.mjs';
import { makeScaleSet } from '../endpoint/make-scale-set.mjs';
import { selections } from '../endpoint/selections.mjs';
import { folder, load, pin, publish, requireTools, startEndpoint } from '../endpoint/tools.mjs';
import { compare, median } from '../turns.mjs';

const observations = 500_000;
const names = ['static', 'endpoint'];
const pages = 1000;

export async function benchEndpoint({ short }) {
  requireTools();
  mkdirSync(folder, { recursive: true });
  const { manifest } = await makeScaleSet(folder, observations);
  const store = join(folder, 'short-store');
  rmSync(store, { recursive: true, force: true });
  const { output } = publish(manifest, store);
  const [{ outcome }] = JSON.parse(output);
  if (outcome !== 'published') throw new Error(output.slice(0, 2000));
  const rounds = short ? 2 : 7;
  const cached = await measureCached(store, { rounds, seconds: 2, names });
  const rows = cached.map(({ encoding, bytes, turns }) => {
    const [endpoint, file] = ['endpoint', 'static'].map((name) => turns.map((turn) => turn[name].perSecond));
    return {
      name: encoding === 'identity' ? 'endpoint-vs-nginx' : 'endpoint-vs-nginx-brotli',
      baseline: 'nginx with a static file',
      perSecond: true,
      ...compare(endpoint, file),
      bound: 0.35,
      told: `${median(endpoint).toFixed(0)} : ${median(file).toFixed(0)} per second, ${bytes} bytes`,
    };
  });
  return [...rows, await benchPages(store, rounds)];
}

/** As many connections as pages, each asking again and again. */
async function benchPages(store, rounds) {
  const endpoint = await startEndpoint(store, { logLevel: 'warn' });
  try {
    pin(endpoint.pid);
    const { value: address } = await (await selections(endpoint.root, 1)).next();
    const ask = (connections) => load(endpoint.pid, address, 2, ['Accept-Encoding: br'], connections);
    ask(32);
    const turns = Array.from({ length: rounds }, (_, round) =>
      round % 2 ? { few: ask(32), many: ask(pages) } : inOtherOrder(ask),
    );
    const [many, few] = ['many', 'few'].map((key) => turns.map((turn) => turn[key].perSecond));
    const lost = turns.reduce((sum, turn) => sum + turn.many.lost, 0);
    return {
      name: 'endpoint-1000-pages-vs-32',
      baseline: 'the endpoint with 32 connections',
      perSecond: true,
      ...compare(many, few),
      told: `${median(many).toFixed(0)} : ${median(few).toFixed(0)} per second; 99 of 100 within ${median(turns.map((turn) => turn.many.slowest)).toFixed(0)} ms, ${lost} lost`,
    };
  } finally {
    await endpoint.stop();
  }
}

function inOtherOrder(ask) {
  const many = ask(pages);
  return { many, few: ask(32) };
}
