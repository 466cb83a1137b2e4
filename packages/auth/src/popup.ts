import { openChannel } from './open-channel.js';
import { popupChannel } from './returned-answer.js';
import { SessionError } from './session-error.js';

const popupName = 'peilglas-sign-in';

/** A window, or null when the browser blocks it. To be called while the browser still remembers the click. */
export function tryPopup(): Window | null {
  // A visitor who stayed in such a window is on a page of that name: asked for by it, the page itself would leave.
  const name = window.name === popupName ? '_blank' : popupName;
  return window.open('', name, 'popup,width=520,height=720');
}

/** The query string that a popup came back with, by either way, when it carries this state. */
export function popupAnswer(id: string, signal: AbortSignal): Promise<string> {
  return new Promise((resolve) => {
    const channel = openChannel(popupChannel);
    const stop = (): void => {
      channel?.close();
      window.removeEventListener('message', hear);
    };
    const hear = ({ data, origin }: MessageEvent<unknown>): void => {
      if (origin !== location.origin || typeof data !== 'string') return;
      if (new URLSearchParams(data).get('state')?.split(';')[0] !== id) return;
      stop();
      resolve(data);
    };
    signal.addEventListener('abort', stop);
    channel?.addEventListener('message', hear);
    window.addEventListener('message', hear);
  });
}

/** Whether this page is in a frame: identity providers refuse to be in one, so visitors sign in beside it. */
export function isInFrame(): boolean {
  return window.parent !== window;
}

/**
 * Rejects as `cancelled` when the window is closed. Its last message may come a little later. A provider that cuts the
 * tie between both windows (Cross-Origin-Opener-Policy) looks closed at once: who waits goes on listening.
 */
export function popupClosed(popup: Window, signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const timer = setInterval(() => {
      if (!popup.closed) return;
      clearInterval(timer);
      setTimeout(() => {
        reject(new SessionError('cancelled'));
      }, 1000);
    }, 300);
    signal.addEventListener('abort', () => {
      clearInterval(timer);
      popup.close();
      reject(new SessionError('cancelled'));
    });
  });
}
