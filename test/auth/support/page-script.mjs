/** What runs in the test page: a session as its settings say, and the client that asks the endpoints. */
import { callbackTokenProvider, CookieSession, OidcSession } from '@peilglas/auth';
import { JsonStatSource } from '@peilglas/client/json-stat';

const { document, location } = globalThis;
const {
  atStart,
  cookie,
  second: ofSecond,
  otherVersion,
  ...settings
} = JSON.parse(document.getElementById('settings').textContent);
const session = cookie ? new CookieSession(cookie) : new OidcSession(settings);
const versionOfSecond = otherVersion ? await import(otherVersion) : { OidcSession };
const second = ofSecond && new versionOfSecond.OidcSession({ ...settings, ...ofSecond });
const states = [];
session.addEventListener('sessionchange', ({ state }) => states.push(`${state} ${session.error?.code ?? ''}`.trim()));

/** Asks a table there, with this session; answers `ok` or the code of what went wrong. */
const ask = async (endpoint, tokenProvider = session, table = 'tabel') => {
  try {
    await new JsonStatSource({ endpoint, tokenProvider, retryDelay: 1 }).describe({ table, lang: 'nl' });
    return 'ok';
  } catch (error) {
    return error.code ?? String(error);
  }
};
const outcome = (work) =>
  work.then(
    () => 'ok',
    (error) => error.code ?? String(error),
  );
const errors = [];
for (const [id, work] of [
  ['redirect', () => session.signIn({ display: 'redirect' })],
  ['popup', () => session.signIn({ display: 'popup' })],
  ['uit', () => session.signOut()],
  ['tweede', () => second.signIn()],
]) {
  document.getElementById(id).addEventListener('click', () => {
    void outcome(work()).then((code) => errors.push(code));
  });
}
globalThis.peil = { session, second, states, errors, ask, callbackTokenProvider };
const started = session.start();
globalThis.addressAfterStart = location.href;
const alsoStarted = second?.start();
await started;
await alsoStarted;
if (atStart === 'popup') errors.push(await outcome(session.signIn({ display: 'popup' })));
document.documentElement.dataset.started = '';
