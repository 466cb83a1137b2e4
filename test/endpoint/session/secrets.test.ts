/** A whole life of a session with everything that can go wrong in it, and no secret in any place but its own. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { freePort, startProvider } from '../../auth/support/provider.ts';
import { folderOfTables } from '../access/tables.ts';
import { temporaryFolder } from '../support.ts';
import { startProgram, type Program } from './program.ts';
import { clientSecret, secretFile } from './secret-file.ts';
import { ours, site, type AccountId } from './stage.ts';
import { Visitor } from './visitor.ts';

const port = await freePort();
/** Over plain HTTP on this machine, as in the demo: cookies are then without `Secure`, which not every browser would keep. */
const publicUrl = `http://localhost:${port}`;
const redirectUris = [`${publicUrl}/session/callback`];
const provider = await startProvider([`${site}/terug`], publicUrl, {
  clientId: 'endpoint',
  clientSecret,
  redirectUris,
  sites: [site],
});
const { issuer } = provider;

const config = `
port: ${port}
host: localhost
store: ${await folderOfTables}
publicUrl: ${publicUrl}
origins: ['${site}']
logLevel: debug
access:
  issuers:
    - issuer: ${issuer}
      audience: ${publicUrl}
      jwks: ${issuer}/jwks
      claims:
        themes: { name: themes, values: { sociaal-domein: jeugd } }
        municipalities: municipalities
signIn:
  issuer: ${issuer}
  clientId: endpoint
  clientSecretFile: ${await secretFile()}
  resource: ${publicUrl}
`;

const signInAddress = `${publicUrl}/session/sign-in?returnTo=${encodeURIComponent(`${site}/jeugd`)}`;

async function serve(settings: string): Promise<Program> {
  const file = join(await temporaryFolder(), 'peilglas.yaml');
  await writeFile(file, settings);
  return startProgram(['--config', file]);
}

it('the log says why nobody gets in whose tokens are for something else, and nothing of them', async () => {
  const program = await serve(config.replace(`audience: ${publicUrl}`, 'audience: https://elders.example.org'));
  const visitor = new Visitor({});
  const { location } = await visitor.ask(signInAddress);
  const callback = await visitor.chooseAccount(location, { account: 'beleid-hengelo', actie: 'inloggen' });
  const answer = await visitor.ask(callback, { crossSite: true });
  await program.stop();
  assert.equal(answer.location, `${site}/jeugd`);
  assert.equal(visitor.cookie('localhost', 'peilglas'), undefined);
  const output = program.output();
  assert.match(output, /"code":"provider-error","reason":"wrong-audience"/);
  for (const token of provider.tokens) assert.ok(!output.includes(token));
});

it('no token, code, secret or name is in an answer, an address, an error or a log', async () => {
  const program = await serve(config);
  const visitor = new Visitor({});
  const own: string[] = [clientSecret];
  const table = `${publicUrl}/api/v2/tables/eigen/data`;
  const begin = async (): Promise<string> => (await visitor.ask(signInAddress)).location;
  const choose = async (account: AccountId): Promise<string> => {
    const callback = await visitor.chooseAccount(await begin(), { account, actie: 'inloggen' });
    own.push(new URL(callback).searchParams.get('code') ?? '');
    return callback;
  };
  const callback = await choose('kort-ingelogd');
  const session = await visitor.ask(callback, { crossSite: true });
  assert.match(session.headers.getSetCookie()[0] ?? '', /^peilglas=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  const cookies = ['peilglas', 'peilglas-sign-in'].map((name) => visitor.cookie('localhost', name) ?? '');
  assert.equal((await visitor.ask(table, { headers: ours })).status, 200);
  // Wrong in every way that there is.
  await visitor.ask(callback, { crossSite: true });
  await visitor.ask(callback.replace(/code=[^&]+/, 'code=made-up'), { crossSite: true });
  await visitor.ask(await visitor.chooseAccount(await begin(), { actie: 'annuleren' }), { crossSite: true });
  const forged = await choose('beleid-hengelo');
  await visitor.ask(forged.replace(/code=[^&]+/, 'code=made-up'), { crossSite: true });
  const late = await choose('beleid-hengelo');
  await visitor.ask(table);
  await visitor.ask(table, { headers: { ...ours, authorization: `Bearer ${[...provider.tokens][0] ?? ''}` } });
  await provider.close();
  await visitor.ask(late, { crossSite: true });
  // Until the token is to be renewed, which nobody is there to do: with pauses, or it would be refused as too many requests.
  let refused = await visitor.ask(table, { headers: ours });
  while (refused.status === 200) {
    await setTimeout(100);
    refused = await visitor.ask(table, { headers: ours });
  }
  assert.equal(refused.status, 503, refused.text);
  await visitor.ask(`${publicUrl}/session`);
  await visitor.ask(`${publicUrl}/session/sign-out`, { method: 'POST', headers: ours });
  await provider.listen();
  await program.stop();
  await provider.close();

  const output = program.output();
  assert.match(output, /"code":"provider-unreachable"/);
  assert.match(output, /"reason":"provider-unavailable"/);
  assert.match(output, /"reason":"session-without-header"/);
  assert.match(output, /"reason":"two-tokens"/);
  assert.match(output, /"reason":"right"/);
  assert.ok(provider.tokens.size >= 3 && own.length === 4 && cookies.every((cookie) => cookie.length === 43));
  for (const secret of [...own, ...provider.tokens, ...cookies, 'Beleidsmedewerker', 'kort-ingelogd', 'returnTo'])
    assert.ok(!output.includes(secret), `${secret} in ${output}`);
  // Whatever reached the browser from the endpoint: cookies are where they belong, and nothing else is anywhere.
  const fromEndpoint = visitor.answers.filter(({ headers }) => headers.has('api-version'));
  assert.ok(fromEndpoint.length >= 14);
  for (const { headers, text } of fromEndpoint) {
    const seen = JSON.stringify([...headers].filter(([name]) => name !== 'set-cookie')) + text;
    for (const secret of [...own, ...provider.tokens, ...cookies])
      assert.ok(!seen.includes(secret), `${secret} in ${seen}`);
  }
});
