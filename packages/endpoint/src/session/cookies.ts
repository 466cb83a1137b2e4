import type { FastifyReply, FastifyRequest } from 'fastify';
import { parseCookie, stringifySetCookie } from 'cookie';
import { patience } from './pending-sign-ins.js';

/**
 * The two cookies of a visitor. The session's goes only with what pages of the same site ask (`Strict`). It would not come
 * along when the provider, another site, sends the visitor back; so the browser that began a sign-in is known by another
 * (`Lax`), which gives a right to nothing.
 */
export class Cookies {
  readonly #isSecure: boolean;

  /** @param publicUrl Over plain HTTP, on this machine only, some browsers keep no `Secure` cookies and so no `__Host-` ones. */
  constructor(publicUrl: string) {
    this.#isSecure = publicUrl.startsWith('https:');
  }

  /** Null without the cookie; whatever is in it, when it is there. */
  session(request: FastifyRequest): string | null {
    return this.#read(request, 'peilglas');
  }

  browser(request: FastifyRequest): string | null {
    return this.#read(request, 'peilglas-sign-in');
  }

  /** @param secret Null to take the cookie away. */
  setSession(reply: FastifyReply, secret: string | null): void {
    this.#set(reply, 'peilglas', secret ?? '', 'strict', secret === null ? 0 : undefined);
  }

  setBrowser(reply: FastifyReply, secret: string): void {
    this.#set(reply, 'peilglas-sign-in', secret, 'lax', patience / 1000);
  }

  /** With this prefix a browser takes the cookie from this very host only, over TLS. */
  #named(name: string): string {
    return this.#isSecure ? `__Host-${name}` : name;
  }

  #read({ headers }: FastifyRequest, name: string): string | null {
    return parseCookie(headers.cookie ?? '')[this.#named(name)] ?? null;
  }

  #set(reply: FastifyReply, name: string, value: string, sameSite: 'strict' | 'lax', maxAge: number | undefined): void {
    const cookie = { name: this.#named(name), value, path: '/', httpOnly: true, secure: this.#isSecure, sameSite };
    // Fastify keeps earlier ones of the same answer.
    reply.header('set-cookie', stringifySetCookie({ ...cookie, ...(maxAge !== undefined && { maxAge }) }));
  }
}
