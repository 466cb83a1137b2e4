/**
 * The main job, end to end: builds what is not built, publishes the demo tables, serves the endpoint and a municipal
 * page that shows their figures. Ports by PEILGLAS_ENDPOINT_PORT (4400) and PEILGLAS_DEMO_PORT (4402); the folder of the
 * published tables by PEILGLAS_STORE (.peilglas/demo-store), so that two can run side by side.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const storeFolder = resolve(root, process.env.PEILGLAS_STORE || '.peilglas/demo-store');
const endpointPort = portFrom('PEILGLAS_ENDPOINT_PORT', 4400);
const demoPort = portFrom('PEILGLAS_DEMO_PORT', 4402);
if (endpointPort === demoPort) {
  console.error(`PEILGLAS_ENDPOINT_PORT and PEILGLAS_DEMO_PORT are both ${demoPort}; each needs a port of its own.`);
  process.exit(1);
}

try {
  await requireFree(endpointPort, 'PEILGLAS_ENDPOINT_PORT');
  await requireFree(demoPort, 'PEILGLAS_DEMO_PORT');
  await step('Building the elements and the endpoint', () => run('npm', ['run', '--silent', 'build']));
  const { createEndpoint, DuckDbStore, publishTables } = await import('@peilglas/endpoint');
  const { createSite } = await import('../demo/site/serve-site.mjs');
  const store = new DuckDbStore(storeFolder);
  await step('Publishing the demo tables', () => publish(publishTables, store));
  const site = await createSite({ endpoint: `http://localhost:${endpointPort}/api/v2` });
  const endpoint = createEndpoint({ store });
  await endpoint.listen({ port: endpointPort, host: 'localhost' });
  await site.listen({ port: demoPort, host: 'localhost' });
  stopOn(['SIGINT', 'SIGTERM'], [site, endpoint]);
  console.log(`
  Municipal page   http://localhost:${demoPort}/
  For Hengelo      http://localhost:${demoPort}/?region=GM0164
  Endpoint         http://localhost:${endpointPort}/api/v2/tables

  Stop with Ctrl+C.`);
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

function portFrom(name, standard) {
  const text = process.env[name] ?? String(standard);
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  console.error(`${name} is "${text}"; it must be a port number from 1 to 65535.`);
  process.exit(1);
}

function requireFree(port, name) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () => {
      reject(
        new Error(
          `Port ${port} is taken. Stop what listens there, or choose another: ${name}=${port + 10} npm run demo`,
        ),
      );
    });
    probe.listen(port, 'localhost', () => probe.close(resolve));
  });
}

async function step(title, work) {
  const started = performance.now();
  console.log(`${title} …`);
  await work();
  console.log(`  done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

function run(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`"${command} ${args.join(' ')}" failed.`)),
    );
  });
}

async function publish(publishTables, store) {
  const reports = await publishTables({
    paths: [`${root}demo/tables`],
    store,
    onReport: ({ id, outcome, version, observationCount, findings }, done, total) => {
      const cells = observationCount === null ? '' : `, ${observationCount} observations`;
      console.log(
        `  ${String(done).padStart(2)}/${total} ${id}: ${outcome}${version === null ? '' : ` as version ${version}`}${cells}`,
      );
      if (outcome === 'refused') for (const { message, remedy } of findings) console.log(`       ${message} ${remedy}`);
    },
  });
  const refused = reports.filter(({ outcome }) => outcome === 'refused');
  if (refused.length > 0) throw new Error(`Refused: ${refused.map(({ id, manifest }) => id ?? manifest).join(', ')}`);
}

/**
 * Answers that are under way get a moment to finish. Browsers also hold connections on which they have asked nothing yet;
 * those would keep the process alive for another minute.
 */
function stopOn(signals, apps) {
  for (const signal of signals) {
    process.once(signal, () => {
      console.log('\nStopping …');
      setTimeout(() => apps.forEach((app) => app.server.closeAllConnections()), 1000);
      Promise.all(apps.map((app) => app.close())).then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
