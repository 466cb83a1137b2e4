import proxyAddr from '@fastify/proxy-addr';
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/** Whether what this address says of others is believed. */
export type Trust = (address: string, hop: number) => boolean;

/** Null when no proxy is believed, which is also the fastest. */
export function trustIn(proxies: boolean | readonly string[] | undefined): Trust | null {
  if (typeof proxies !== 'object') return proxies === true ? () => true : null;
  const isNamed = proxyAddr.compile([...proxies]);
  return (address, hop) => isNamed(withoutPort(address), hop);
}

/** Some proxies (IIS, Azure Application Gateway) say the port too, which is another one for each connection. */
function withoutPort(address: string): string {
  return /^([\d.]+):\d+$/.exec(address)?.[1] ?? /^\[(.+)\](:\d+)?$/.exec(address)?.[1] ?? address;
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

/**
 * By what calls of an address are counted. Whoever has one address of IPv6 has at least 2⁶⁴ of them, which begin with the same four
 * groups; an address of IPv4, also within one of IPv6, is one.
 */
export function networkOf(said: string): string {
  const address = withoutPort(said);
  if (!address.includes(':') || address.includes('.') || !isIPv6(address)) return address;
  const [head = '', tail = ''] = (address.split('%', 1)[0] ?? '').split('::');
  const groups = (part: string): readonly string[] => (part === '' ? [] : part.split(':'));
  const [first, last] = [groups(head), groups(tail)];
  const zeros = Array.from({ length: 8 - first.length - last.length }, () => '0');
  return [...first, ...zeros, ...last]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
