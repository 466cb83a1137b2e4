/** A person with a browser, as far as cookies, redirects and forms go. */
import assert from 'node:assert/strict';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly location: string;
}

interface Cookie {
  readonly value: string;
  readonly isStrict: boolean;
}

export interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: URLSearchParams;
  /** Whether another site sent the visitor here: `SameSite=Strict` cookies then stay behind. */
  readonly crossSite?: boolean;
}

export class Visitor {
  /** Where the endpoint is that the world knows by another address. */
  readonly #places: Readonly<Record<string, string>>;
  /** By host and name. */
  readonly #cookies = new Map<string, Map<string, Cookie>>();
  /** All that was ever answered to this browser, headers and body. */
  readonly answers: Answer[] = [];

  constructor(places: Readonly<Record<string, string>>) {
    this.#places = places;
  }

  async ask(address: string, { method = 'GET', headers = {}, body, crossSite = false }: Sent = {}): Promise<Answer> {
    const url = new URL(address);
    const place = this.#places[url.origin];
    const cookie = this.#cookieHeader(url.hostname, crossSite);
    const answer = await fetch(place === undefined ? url : place + url.pathname + url.search, {
      method,
      redirect: 'manual',
      headers: { ...(cookie !== '' && { cookie }), ...headers },
      ...(body && { body }),
    });
    for (const line of answer.headers.getSetCookie()) this.#take(url.hostname, line);
    const location = answer.headers.get('location') ?? '';
    const whole = { status: answer.status, headers: answer.headers, text: await answer.text(), location };
    this.answers.push(whole);
    return whole;
  }

  cookie(host: string, name: string): string | undefined {
    return this.#cookies.get(host)?.get(name)?.value;
  }

  setCookie(host: string, name: string, value: string, isStrict = false): void {
    const cookies = this.#cookies.get(host) ?? new Map<string, Cookie>();
    this.#cookies.set(host, cookies.set(name, { value, isStrict }));
  }

  /** Everything that reached this browser, to look for what must not have. */
  get seen(): string {
    return this.answers.map(({ headers, text }) => `${JSON.stringify([...headers])}\n${text}`).join('\n');
  }

  /** At the provider: chooses an account. Answers with the address that the provider then sends the browser to. */
  async chooseAccount(loginAddress: string, choice: Readonly<Record<string, string>>): Promise<string> {
    let answer = await this.ask(loginAddress, { crossSite: true });
    let at = loginAddress;
    const { origin } = new URL(loginAddress);
    for (let hops = 0; hops < 9; hops++) {
      if (answer.status === 200) answer = await this.ask(at, { method: 'POST', body: new URLSearchParams(choice) });
      assert.equal(answer.status, 303, answer.text);
      at = new URL(answer.location, at).href;
      if (new URL(at).origin !== origin) return at;
      answer = await this.ask(at);
    }
    throw new Error(`Sent around in circles at ${at}`);
  }

  #cookieHeader(host: string, crossSite: boolean): string {
    const mine = [...(this.#cookies.get(host) ?? [])].filter(([, { isStrict }]) => !(crossSite && isStrict));
    return mine.map(([name, { value }]) => `${name}=${value}`).join('; ');
  }

  #take(host: string, line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/; *(max-age=0|expires=Thu, 01 Jan 1970)/i.test(line)) this.#cookies.get(host)?.delete(name);
    else this.setCookie(host, name, value, /; *samesite=strict/i.test(line));
  }
}
