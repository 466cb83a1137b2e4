/** Memory and open files of an endpoint under load, while new versions come in. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { selections } from './selections.mjs';
import { folder, publish, repository, slope, startEndpoint, usage } from './tools.mjs';

const fixtures = join(repository, 'test/endpoint/fixtures');

export async function measureMemory(store, seconds) {
  // A cache that is full before the measurement begins: filling it is no leak.
  const endpoint = await startEndpoint(store, { logLevel: 'warn', cacheMegabytes: 4 });
  const ends = performance.now() + seconds * 1000;
  const warm = performance.now() + Math.min(60, seconds / 3) * 1000;
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
  const mean = samples.reduce((sum, { megabytes }) => sum + megabytes, 0) / samples.length;
  const perMinute = slope(samples.map(({ x, megabytes }) => ({ x, y: megabytes })));
  const minutes = samples.at(-1).x - samples[0].x;
  const files = samples.map((sample) => sample.files);
  return {
    seconds,
    requests,
    versions,
    mean,
    perMinute,
    growth: (perMinute * minutes) / mean,
    files: { first: files[0], last: files.at(-1), most: Math.max(...files) },
  };
}
