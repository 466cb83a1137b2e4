import type { ServerResponse } from 'node:http';

/** Milliseconds that every asker has to take an answer; who takes longer loses it once the room is needed. */
const patience = 10_000;

interface Held {
  readonly body: Buffer;
  readonly since: number;
}

/** Bodies of answers that were given to Node and that their askers have not taken yet; one that many are sent counts once. */
export class Unsent {
  readonly #most: number;
  /** Longest held first. */
  readonly #answers = new Map<ServerResponse, Held>();
  readonly #askers = new Map<Buffer, number>();
  #bytes = 0;

  /** @param most Bytes beyond which no further answer is made. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Bytes that wait to be taken. */
  get bytes(): number {
    return this.#bytes;
  }

  hold(response: ServerResponse, body: Buffer): void {
    const drop = (): void => this.#drop(response);
    this.#drop(response);
    this.#answers.set(response, { body, since: performance.now() });
    const askers = this.#askers.get(body) ?? 0;
    this.#askers.set(body, askers + 1);
    if (askers === 0) this.#bytes += body.length;
    response.once('finish', drop).once('close', drop);
  }

  /** Whether another answer may be made; cuts off who did not take theirs in time when there is no room without. */
  hasRoom(): boolean {
    if (this.#bytes < this.#most) return true;
    // An answer behind another on its connection does not hear that the connection has ended.
    for (const [response] of this.#answers) if (isOver(response)) this.#drop(response);
    for (const [response, { since }] of this.#answers) {
      if (this.#bytes < this.#most || performance.now() - since < patience) break;
      response.req.socket.destroy();
      this.#drop(response);
    }
    return this.#bytes < this.#most;
  }

  #drop(response: ServerResponse): void {
    const held = this.#answers.get(response);
    if (!held) return;
    this.#answers.delete(response);
    const left = (this.#askers.get(held.body) ?? 1) - 1;
    if (left > 0) {
      this.#askers.set(held.body, left);
    } else {
      this.#askers.delete(held.body);
      this.#bytes -= held.body.length;
    }
  }
}

function isOver(response: ServerResponse): boolean {
  return response.writableFinished || response.req.socket.destroyed;
}
