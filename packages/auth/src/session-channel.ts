import { openChannel } from './open-channel.js';

/**
 * What tabs tell each other: that somebody signed in or out. Never a token: each tab has a session of its own.
 * `subject` is the provider's code of the visitor, or the mark of the session that a back end keeps, so that a tab notices when
 * somebody else sits down.
 */
export type SessionMessage = { readonly type: 'signed-in'; readonly subject: string } | { readonly type: 'signed-out' };

export class SessionChannel {
  readonly #channel: BroadcastChannel | null;

  constructor(name: string, hear: (message: SessionMessage) => void) {
    this.#channel = openChannel(name);
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isMessage(data)) hear(data);
    });
  }

  tell(message: SessionMessage): void {
    this.#channel?.postMessage(message);
  }
}

function isMessage(data: unknown): data is SessionMessage {
  return typeof data === 'object' && data !== null && 'type' in data;
}
