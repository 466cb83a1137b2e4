/** What a host with its own session adds to a page: where tokens come from. */
import { callbackTokenProvider } from '/peilglas/auth.js';

const context = document.querySelector('data-context');
let token = null;

context.tokenProvider = callbackTokenProvider([context.getAttribute('endpoint')], async ({ reason }) => {
  // One token serves all elements, until the endpoint or its own lifetime says otherwise.
  if (reason !== 'initial') token = null;
  token ??= askToken();
  try {
    return await token;
  } catch (error) {
    token = null;
    throw error;
  }
});

/** A visitor whose session has run out gets the page as it is without one: with the form to start another. */
async function askToken() {
  const answer = await fetch('/intranet/eigen-sessie/token', { method: 'POST' });
  if (answer.status === 401) {
    location.reload();
    return null;
  }
  if (!answer.ok) throw new Error(`No token: ${answer.status}`);
  return (await answer.json()).token;
}
