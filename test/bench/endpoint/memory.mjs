/** Memory and open files of an endpoint under load, while new versions come in. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { selections } from './selections.mjs';
import { folder, median, publish, repository, slope, startEndpoint, usage } from './tools.mjs';

const fixtures = join(repository, 'test/endpoint/fixtures');

/** Load before the measurement begins: caches fill, code is compiled, and the collector finds the size it works at. */
const warmSeconds = 90;

/** @param seconds How long is measured, after `warmSeconds` of the same load. */
export async function measureMemory(store, seconds) {
  // A cache that is full before the measurement begins: filling it is no leak.
  const endpoint = await startEndpoint(store, { logLevel: 'warn', cacheMegabytes: 4 });
  const warm = performance.now() + Math.min(warmSeconds, seconds) * 1000;
  const ends = warm + seconds * 1000;
  const samples = [];
  let [requests, versions] = [0, 0];
  const running = () => performance.now() < ends;
  const ask = async (address) => {
    await (await fetch(address)).arrayBuffer();
    requests++;
  };
  const visitors = Array.from({ length: 8 }, async (_, visitor) => {
    const row = selections(endpoint.root, 100 + visitor);
    const { value: favourite } = await row.next();
    while (running()) {
      await ask((await row.next()).value);
      for (let again = 0; again < 20; again++) await ask(favourite);
      await ask(`${endpoint.root}/api/v2/tables`);
      await ask(
        `${endpoint.root}/api/v2/tables/werk/data?valueCodes[RegioS]=*&valueCodes[Perioden]=*&valueCodes[Onderwerp]=*`,
      );
    }
  });
  const publisher = (async () => {
    const manifest = readFileSync(join(fixtures, 'werk.yaml'), 'utf8');
    writeFileSync(join(folder, 'werk.csv'), readFileSync(join(fixtures, 'werk.csv')));
    while (running()) {
      versions++;
      writeFileSync(join(folder, 'werk.yaml'), manifest.replace('nl: Mensen met werk', `nl: Versie ${versions}`));
      publish(join(folder, 'werk.yaml'), store);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  })();
  const watcher = (async () => {
    while (running()) {
      const now = performance.now();
      if (now > warm) samples.push({ x: now / 60_000, ...usage(endpoint.pid) });
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  })();
  await Promise.all([...visitors, publisher, watcher]).finally(() => endpoint.stop());
  // Memory goes up and down with each collection. Medians of two long stretches do not see that; a line through all does.
  const third = Math.ceil(samples.length / 3);
  const [first, last] = [samples.slice(0, third), samples.slice(-third)].map((part) =>
    median(part.map(({ megabytes }) => megabytes)),
  );
  const mean = samples.reduce((sum, { megabytes }) => sum + megabytes, 0) / samples.length;
  const perMinute = slope(samples.map(({ x, megabytes }) => ({ x, y: megabytes })));
  const minutes = samples.at(-1).x - samples[0].x;
  const files = samples.map((sample) => sample.files);
  return {
    seconds,
    requests,
    versions,
    mean,
    first,
    last,
    perMinute,
    slope: (perMinute * minutes) / mean,
    growth: last / first - 1,
    files: { first: files[0], last: files.at(-1), most: Math.max(...files) },
  };
}
