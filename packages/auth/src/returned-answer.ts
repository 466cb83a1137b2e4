import { openChannel } from './open-channel.js';
import { pageVisit } from './page-visit.js';
import { dropPending, keepPending, readPending, type PendingSignIn } from './pending-sign-in.js';

export interface ReturnedAnswer {
  /** The query string that the provider sent the visitor back with. */
  readonly answer: string;
  readonly entry: string;
}

const popupMark = ';popup';
/** Milliseconds after which an answer that was passed on from one page to the next is left for what it is. */
const longest = 60_000;
/**
 * On which a page in a popup hands its answer to the page that opened it, when a provider has cut the tie between both. A page in a
 * frame of another site hears nothing on it, and has to be told by that tie.
 */
export const popupChannel = 'peilglas-popup';

/** Whether an identity provider may have sent the visitor to this page, with an answer that somebody waits for. */
export function isReturning(): boolean {
  return readPending() !== null || isPopup();
}

function isPopup(): boolean {
  return new URLSearchParams(location.search).get('state')?.endsWith(popupMark) ?? false;
}

/** In the popup: hands the answer over and closes. True when this page is such a popup. */
export function handOverPopupAnswer(): boolean {
  if (!isPopup()) return false;
  const channel = openChannel(popupChannel);
  channel?.postMessage(location.search);
  channel?.close();
  (window.opener as Window | null)?.postMessage(location.search, location.origin);
  history.replaceState(null, '', location.pathname);
  window.close();
  return true;
}

/**
 * The answer to a redirect of this client, once: address and storage are cleared of it before it is looked at, and the
 * address is again exactly what it was. Null when there is none. `leaving`: it came in on another page than the visitor
 * was on, which is being opened; tokens obtained here would not survive that, so it is redeemed there.
 */
export function takeReturnedAnswer(
  asked: Pick<PendingSignIn, 'issuer' | 'clientId' | 'session'>,
): ReturnedAnswer | 'leaving' | null {
  // Another session of this page has just begun to sign in: what is kept is no answer yet.
  const pending = pageVisit.isLeaving ? null : readPending();
  if (!pending) return null;
  const here = new URLSearchParams(location.search).get('state') === pending.id ? location.search : null;
  const answer = pending.answer ?? here;
  const isLeft = pending.passedOn !== undefined && Math.abs(Date.now() - pending.passedOn) > longest;
  if (answer === null || isLeft) {
    // The visitor came back some other way, or nobody took up the answer: that sign-in is over.
    dropPending();
    return null;
  }
  pageVisit.hasComeBack = true;
  if (pending.issuer !== asked.issuer || pending.clientId !== asked.clientId) return null;
  const origin = sameOrigin(pending.returnTo);
  if (origin && origin.pathname !== location.pathname && pending.answer === undefined) {
    keepPending({ ...pending, answer, passedOn: Date.now() });
    location.replace(origin.href);
    return 'leaving';
  }
  // A page that only passes answers on may have other endpoints; here it is for the session that asked.
  if (pending.session !== asked.session) return null;
  dropPending();
  if (pending.answer === undefined) restoreAddress(origin ?? new URL(location.pathname, location.origin));
  return { answer, entry: pending.entry };
}

/** Never an address elsewhere, whatever is in storage. */
function sameOrigin(address: string): URL | null {
  try {
    const url = new URL(address);
    return url.origin === location.origin ? url : null;
  } catch {
    return null;
  }
}

function restoreAddress(url: URL): void {
  const { href, hash } = url;
  url.hash = '';
  history.replaceState(history.state, '', url);
  // Whoever read the address while it held the answer reads it again.
  window.dispatchEvent(new PopStateEvent('popstate', { state: history.state as unknown }));
  // Through the browser, so that it scrolls there as on any other arrival.
  if (hash) location.replace(href);
}
