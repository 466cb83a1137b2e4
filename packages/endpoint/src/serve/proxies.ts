import proxyAddr from '@fastify/proxy-addr';
import type { IncomingMessage } from 'node:http';

/** Whether what this address says of others is believed. */
export type Trust = (address: string, hop: number) => boolean;

/** Null when no proxy is believed, which is also the fastest. */
export function trustIn(proxies: boolean | readonly string[] | undefined): Trust | null {
  if (typeof proxies === 'object') return proxyAddr.compile([...proxies]);
  return proxies === true ? () => true : null;
}

/** Whether it says which proxies are meant: an address, a range of them, or a name for one such as `loopback`. */
export function isProxy(text: string): boolean {
  try {
    proxyAddr.compile([text]);
    return true;
  } catch {
    return false;
  }
}

/** From which address a request comes: what `request.ip` says, before there is such a request. */
export function addressOf(request: IncomingMessage, trust: Trust | null): string {
  return trust ? proxyAddr(request, trust) : (request.socket.remoteAddress ?? '');
}
