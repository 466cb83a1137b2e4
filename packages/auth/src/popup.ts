import { popupChannel } from './returned-answer.js';
import { SessionError } from './session-error.js';

/** A window, or null when the browser blocks it. To be called while the browser still remembers the click. */
export function tryPopup(): Window | null {
  return window.open('', 'peilglas-sign-in', 'popup,width=520,height=720');
}

/** The query string that a popup came back with, when it carries this state. */
export function popupAnswer(id: string, signal: AbortSignal): Promise<string> {
  return new Promise((resolve) => {
    const channel = new BroadcastChannel(popupChannel);
    signal.addEventListener('abort', () => {
      channel.close();
    });
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data !== 'string' || new URLSearchParams(data).get('state')?.split(';')[0] !== id) return;
      channel.close();
      resolve(data);
    });
  });
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
