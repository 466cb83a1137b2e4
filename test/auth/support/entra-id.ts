/**
 * Where Entra ID differs from the demo's provider, as Microsoft documents it and its clients met it: it knows no `resource`
 * (AADSTS901002), makes a renewed token for the client itself unless `scope` says for what (AADSTS90009), names of what it
 * granted the scopes of the API alone, and ends a session by policy with `interaction_required` (AADSTS50076).
 */
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface EntraId {
  /** The one scope of the API. */
  readonly api: string;
  /** Whether a policy wants to see the visitor before any renewal. */
  mustSee: boolean;
}

interface Refusal {
  readonly error: string;
  readonly error_description: string;
}

/** Why it would not let this request pass; null when it would. */
export async function refusalOf({ mustSee }: EntraId, request: IncomingMessage): Promise<Refusal | null> {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
  const form = request.method === 'POST' ? new URLSearchParams(await peek(request)) : searchParams;
  if (['/auth', '/token'].includes(pathname) && form.has('resource'))
    return { error: 'invalid_request', error_description: 'AADSTS901002: resource is not supported' };
  if (form.get('grant_type') !== 'refresh_token') return null;
  if (mustSee) return { error: 'interaction_required', error_description: 'AADSTS50076: multi-factor authentication' };
  if (form.has('scope')) return null;
  return { error: 'invalid_request', error_description: 'AADSTS90009: requesting a token for itself' };
}

/** The body of a small form, which stays there for who reads it next. */
async function peek(request: IncomingMessage): Promise<string> {
  if (request.readableLength === 0) await new Promise((resolve) => request.once('readable', resolve));
  const part = request.read() as Buffer | null;
  if (part === null) return '';
  request.unshift(part);
  return part.toString();
}

export function refuse(response: ServerResponse, origin: string | undefined, refusal: Refusal): void {
  const headers = { 'content-type': 'application/json', ...(origin && { 'access-control-allow-origin': origin }) };
  response.writeHead(400, headers).end(JSON.stringify(refusal));
}

/** An answer with tokens, in its words. */
export function asItSays({ api }: EntraId, answer: object): object {
  return { ...answer, scope: api };
}
