/** What `npm run demo` says when it cannot start, and what it serves when it has. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launchChromium, visit } from './support/browser.ts';
import { freePorts, runDemo, startDemo, takePort, type Demo } from './support/demo.ts';
import { loadStates, settled } from './support/page-content.ts';
import { signInByFetch } from './support/sign-in-by-fetch.ts';

const names = ['PEILGLAS_ENDPOINT_PORT', 'PEILGLAS_IDP_PORT', 'PEILGLAS_DEMO_PORT'] as const;

/** Settings with free ports, of which some are changed. */
async function settings(changed: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
  const ports = await freePorts();
  return { ...Object.fromEntries(names.map((name, index) => [name, String(ports[index])])), ...changed };
}

describe('the demo command', () => {
  for (const name of names) {
    it(`says that a port is taken and names ${name}`, async (t) => {
      const { port, server } = await takePort();
      t.after(() => server.close());
      const command = runDemo(await settings({ [name]: String(port) }));
      assert.deepEqual(await command.ended, { code: 1, signal: null });
      assert.match(command.said(), new RegExp(`Port ${port} is taken\\..* ${name}=\\d+ npm run demo`));
      assert.doesNotMatch(command.said(), /Building|\bat /);
    });

    for (const text of ['vierduizend', '0', '65536', '44.5']) {
      it(`says that ${name}=${text} is no port`, async () => {
        const command = runDemo(await settings({ [name]: text }));
        assert.deepEqual(await command.ended, { code: 1, signal: null });
        assert.equal(command.said(), `${name} is "${text}"; it must be a port number from 1 to 65535.\n`);
      });
    }
  }

  for (const [first, second] of [
    [names[0], names[1]],
    [names[0], names[2]],
    [names[1], names[2]],
  ] as const) {
    it(`does not take one port for both ${first} and ${second}`, async () => {
      const [port] = await freePorts();
      const command = runDemo(await settings({ [first]: String(port), [second]: String(port) }));
      assert.deepEqual(await command.ended, { code: 1, signal: null });
      assert.equal(command.said(), `${first} and ${second} are both ${port}; each needs a port of its own.\n`);
    });
  }
});

describe('a running demo', () => {
  const path = '/api/v2/tables/jeugdhulp-synthetisch';
  let demo: Demo;
  let stop: (() => Promise<unknown>) | undefined;

  before(async () => {
    demo = await startDemo();
    stop = demo.stop;
  });
  after(() => stop?.());

  const policyOf = async (address: string): Promise<string> => {
    const response = await fetch(demo.site + address);
    assert.equal(response.status, 200, address);
    return response.headers.get('content-security-policy') ?? '';
  };
  const ask = (address: string, token: string): Promise<Response> =>
    fetch(demo.endpoint + address, { headers: { authorization: `Bearer ${token}` } });
  /** Of which regions a token shows youth care. */
  const regionsFor = async (token: string): Promise<readonly string[]> => {
    assert.equal((await ask(`${path}/data`, token)).status, 200);
    const metadata = (await (await ask(`${path}/metadata`, token)).json()) as {
      readonly dimension: {
        readonly RegioS: { readonly category: { readonly index: Readonly<Record<string, number>> } };
      };
    };
    return Object.keys(metadata.dimension.RegioS.category.index);
  };
  const tokenOf = (account: string): Promise<string> =>
    signInByFetch({
      issuer: demo.provider,
      redirectUri: `${demo.site}/intranet/ingelogd`,
      resource: demo.endpoint,
      account,
    });

  it('says where everything is and who can sign in', () => {
    for (const origin of [demo.site, demo.endpoint, demo.provider]) assert.ok(demo.command.said().includes(origin));
    assert.match(demo.command.said(), /intranet\/\n.*beleid-enschede, beleid-hengelo, onderzoek-twente/);
  });

  it('lets only pages with a session ask the provider', async () => {
    for (const page of ['', 'jeugd', 'bevolking', 'wonen-en-energie', 'ingelogd']) {
      const policy = await policyOf(`/intranet/${page}`);
      assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self'/);
      assert.ok(policy.includes(`connect-src 'self' ${demo.endpoint} ${demo.provider};`), policy);
    }
    for (const page of ['/', '/intranet/eigen-sessie/', '/intranet/zonder-tokens/']) {
      const policy = await policyOf(page);
      assert.ok(policy.includes(`connect-src 'self' ${demo.endpoint};`), policy);
    }
  });

  it('has pages that were filled beforehand, under a policy of their own', async () => {
    for (const page of ['/statisch/', '/statisch/hengelo/']) {
      const response = await fetch(demo.site + page);
      assert.match(await response.text(), /<template shadowrootmode="open".*Inwoners.*8\d\.\d{3}/s);
      assert.match(response.headers.get('content-security-policy') ?? '', /style-src 'self' 'sha256-/);
    }
    for (const part of ['site.css', 'peilglas/peilglas.js'])
      assert.equal((await fetch(`${demo.site}/statisch/${part}`)).status, 200, part);
    assert.equal((await fetch(`${demo.site}/statisch/nergens/`)).status, 404);
  });

  it('keeps from view what only the site itself reads', async () => {
    for (const file of ['serve-site.mjs', 'index.html', 'intranet/own-session.mjs', 'intranet/head.html']) {
      assert.equal((await fetch(`${demo.site}/site/${file}`)).status, 404, file);
    }
  });

  it('has a provider that calls itself by its address', async () => {
    const response = await fetch(`${demo.provider}/.well-known/openid-configuration`);
    const discovery = (await response.json()) as Readonly<Record<string, unknown>>;
    assert.equal(discovery.issuer, demo.provider);
    assert.equal(discovery.jwks_uri, `${demo.provider}/jwks`);
  });

  it('gives youth care figures to who signed in for the theme and the municipality, and to nobody else', async () => {
    const anonymous = await fetch(demo.endpoint + path);
    assert.equal(anonymous.status, 401);
    assert.match(anonymous.headers.get('www-authenticate') ?? '', /^Bearer/);
    assert.deepEqual(await regionsFor(await tokenOf('beleid-enschede')), ['GM0153', 'CR12']);
    assert.equal((await regionsFor(await tokenOf('onderzoek-twente'))).length, 15);
    assert.equal((await ask(path, await tokenOf('zonder-thema'))).status, 404);
  });

  it('makes page tokens for who has the session of the intranet itself, for one municipality', async () => {
    const ownSession = `${demo.site}/intranet/eigen-sessie`;
    const askToken = (cookie: string): Promise<Response> =>
      fetch(`${ownSession}/token`, { method: 'POST', headers: { cookie } });
    assert.equal((await askToken('')).status, 401);
    const started = await fetch(`${ownSession}/start`, {
      method: 'POST',
      body: new URLSearchParams(),
      redirect: 'manual',
    });
    const [cookie = ''] = started.headers.getSetCookie();
    assert.match(cookie, /; HttpOnly; SameSite=Strict$/);
    const [session = ''] = cookie.split(';');
    const { token } = (await (await askToken(session)).json()) as { readonly token: string };
    assert.deepEqual(await regionsFor(token), ['GM0153', 'CR12']);
    await fetch(`${ownSession}/stop`, { method: 'POST', headers: { cookie: session }, redirect: 'manual' });
    assert.equal((await askToken(session)).status, 401);
  });

  it('shows youth care on a page whose host has the session, and not before', async (t) => {
    const browser = await launchChromium();
    t.after(() => browser.close());
    const { page, messages } = await visit(browser, `${demo.site}/intranet/eigen-sessie/`);
    assert.deepEqual(await loadStates(page), []);
    await Promise.all([page.waitForNavigation(), page.click('.session button')]);
    await settled(page);
    assert.deepEqual(
      [...new Set((await loadStates(page)).map((state) => state.split(' ').slice(1).join(' ')))],
      ['jeugdhulp-synthetisch: ready'],
    );
    assert.deepEqual(messages, []);
  });

  it('stops all three at once when interrupted', { timeout: 120_000 }, async () => {
    demo.command.signal('SIGINT');
    assert.deepEqual(await demo.command.ended, { code: 0, signal: null });
    for (const origin of [demo.site, demo.endpoint, demo.provider]) await assert.rejects(fetch(origin), TypeError);
  });
});
