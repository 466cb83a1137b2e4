/**
 * The main job, end to end: builds what is not built, publishes the demo tables, and serves the endpoint, an identity
 * provider and a site with a municipal page and an intranet that show their figures. Ports by PEILGLAS_ENDPOINT_PORT
 * (4400), PEILGLAS_IDP_PORT (4401) and PEILGLAS_DEMO_PORT (4402); the folder of the published tables by PEILGLAS_STORE
 * (.peilglas/demo-store), so that two can run side by side.
 */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoAccess, keepSiteKeys } from './demo/access.mjs';
import { demoShapes } from './demo/shapes.mjs';
import { choosePorts } from './demo/ports.mjs';
import { publishDemoTables } from './demo/publish-demo-tables.mjs';
import { demoSignIn, pagesElsewhere } from './demo/sign-in.mjs';
import { stopOn } from './demo/stop-on.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const storeFolder = resolve(root, process.env.PEILGLAS_STORE || '.peilglas/demo-store');

try {
  const [endpointPort, providerPort, sitePort] = await choosePorts({
    PEILGLAS_ENDPOINT_PORT: 4400,
    PEILGLAS_IDP_PORT: 4401,
    PEILGLAS_DEMO_PORT: 4402,
  });
  const [audience, site] = [`http://localhost:${endpointPort}`, `http://localhost:${sitePort}`];
  await step('Building the elements and the endpoint', () => run('npm', ['run', '--silent', 'build']));
  const { createEndpoint, DuckDbStore, publishTables } = await import('@peilglas/endpoint');
  const { accounts } = await import('../demo/identity-provider/accounts.mjs');
  const { createIdentityProvider } = await import('../demo/identity-provider/identity-provider.mjs');
  const { createSite } = await import('../demo/site/serve-site.mjs');
  const { createSiteKey } = await import('../demo/site/intranet/site-key.mjs');

  const store = new DuckDbStore(storeFolder);
  await step('Publishing the demo tables', () => publishDemoTables(publishTables, store, `${root}demo/tables`));
  const redirectUris = [`${site}/intranet/ingelogd`];
  const { backend, signIn } = demoSignIn({ audience, site });
  const provider = createIdentityProvider({ port: providerPort, redirectUris, resource: audience, backend });
  const siteKey = await createSiteKey({ site, audience });
  const access = demoAccess({
    audience,
    issuer: provider.issuer,
    site,
    siteKeys: keepSiteKeys(siteKey.jwks),
    auditLog: join(storeFolder, 'audit.log'),
  });
  const endpoint = createEndpoint({
    store,
    publicUrl: audience,
    shapes: demoShapes,
    access,
    signIn: { ...signIn, issuer: provider.issuer },
    origins: [site, ...pagesElsewhere],
  });
  const { issuer, clientId, scope } = provider;
  const pages = await createSite({ endpoint: `${audience}/api/v2`, audience, issuer, clientId, scope, site, siteKey });

  await provider.listen();
  await endpoint.listen({ port: endpointPort, host: 'localhost' });
  await pages.listen({ port: sitePort, host: 'localhost' });
  stopOn(['SIGINT', 'SIGTERM'], [pages, endpoint, provider]);
  console.log(`
  Municipal page      ${site}/
  For Hengelo         ${site}/?region=GM0164
  Yearbook            ${site}/jaarboek/
  Written beforehand  ${site}/statisch/
  Intranet            ${site}/intranet/
    accounts          ${accounts.map(({ id }) => id).join(', ')} (no password)
    own session       ${site}/intranet/eigen-sessie/
    without tokens    ${site}/intranet/zonder-tokens/
  Endpoint            ${audience}/api/v2/tables
  Identity provider   ${issuer}/.well-known/openid-configuration

  Stop with Ctrl+C.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
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
