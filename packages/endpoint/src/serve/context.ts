import type { FastifyReply, FastifyRequest } from 'fastify';
import { shorten } from '../selection/value-expression.js';
import { insufficient } from '../access/challenge.js';
import { decide } from '../access/policy.js';
import { announcementOf, viewOf, type View } from '../access/view.js';
import type { CatalogueSettings } from '../catalogue/settings.js';
import type { PublishedVersion, Store } from '../store/store.js';
import { inLanguage } from '../table.js';
import { askerOf, noteDecision } from './asker.js';
import type { Directory } from './directory.js';
import { notFound, Problem } from './problem.js';
import { languageIn } from './query.js';
import type { ShapeFile } from './shape-files.js';
import type { Workload } from './workload.js';

export interface CallLimit {
  readonly calls: number;
  readonly seconds: number;
}

/** Whom to ask; a role. */
export interface Contact {
  readonly name: string;
  readonly mail: string;
}

/** What the routes must know about tokens. */
export interface SignIn {
  /** Whether there is any issuer whose tokens are believed. */
  readonly isPossible: boolean;
  /** `WWW-Authenticate` for who came without a token. */
  readonly challenge: string;
}

/** What the routes share. */
export interface Context {
  readonly store: Store;
  readonly directory: Directory;
  readonly workload: Workload;
  /** Gives the answer if it was made for another since it was asked for, and tells whether it did. */
  readonly giveLate: (exchange: Exchange) => boolean;
  /** Scheme, host and folder by which askers know this endpoint; null when only their requests tell. */
  readonly publicUrl: string | null;
  readonly catalogue: CatalogueSettings;
  /** Path the API lives under. */
  readonly root: string;
  /** The same as askers know it: a proxy may give this endpoint a folder of its host. */
  readonly linkRoot: string;
  readonly maxDataCells: number;
  readonly licence: string;
  readonly contact: Contact | null;
  /** Most calls from one address in a window of time. */
  readonly callLimit: CallLimit;
  /** Saved queries that the store may hold. */
  readonly maxSavedQueries: number;
  readonly signIn: SignIn;
  /** Boundaries for maps, by id. */
  readonly shapes: ReadonlyMap<string, ShapeFile>;
}

/** The tables that this caller may open. */
export async function visibleTables(context: Context, request: FastifyRequest): Promise<readonly View[]> {
  const { caller } = askerOf(request);
  const views = (await context.directory.all()).flatMap((version) => viewOf(version, caller) ?? []);
  if (views.some(({ table }) => table.audience !== 'public'))
    noteDecision(request, { table: null, version: null, allowed: true, reason: 'listing' });
  return views;
}

/** The tables that this caller may know of: those to open, and of others that they exist. Sorted by id. */
export async function listedTables(context: Context, request: FastifyRequest): Promise<readonly View[]> {
  const opened = new Map((await visibleTables(context, request)).map((view) => [view.version, view]));
  const all = await context.directory.all();
  return all.flatMap((version) => opened.get(version) ?? announcementOf(version) ?? []);
}

/** What tells one view from every other, for ETags. */
export function identity({ version, rights }: View): readonly unknown[] {
  return [version.table.id, version.version, version.publishedAt, rights];
}

/** One request on its way to an answer. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** The `{id}` of the address. */
export function idOf({ params }: FastifyRequest): string {
  return typeof params === 'object' && params !== null && 'id' in params ? String(params.id) : '';
}

/** @throws Problem when there is no such table, or none that this caller may open (see `decide`). */
export function requireTable(context: Context, request: FastifyRequest): Promise<View> {
  return requireTableById(context, request, idOf(request));
}

/** @throws Problem as `requireTable`. */
export async function requireTableById(context: Context, request: FastifyRequest, id: string): Promise<View> {
  const version = await context.directory.find(id);
  const view = version && viewOfVersion(request, version);
  if (view) return view;
  const { caller, scheme } = askerOf(request);
  const decision = decide(version?.table ?? null, caller, context.signIn.isPossible);
  if (!version) noteDecision(request, { table: null, version: null, allowed: false, reason: 'no-such-table' });
  if (!version || decision !== 'forbidden') throw notThere(context, request, 'Table', id);
  const { contact, theme } = version.table;
  const { name, mail } = contact;
  const headers = caller.subject ? { 'www-authenticate': insufficient(scheme) } : {};
  const members = { theme: inLanguage(theme.label, languageIn(request.url)), contact: { name, mail } };
  throw new Problem(403, `Table with id, ${shorten(id)} is not open to you; ask ${name}, ${mail}`, headers, members);
}

/**
 * The answer about an id that there is not, or not for this caller. Who has no token gets the same 401 for both, as far
 * as a token could help.
 */
export function notThere({ signIn }: Context, request: FastifyRequest, kind: string, id: string): Problem {
  const asker = askerOf(request);
  // As if nothing had been looked at.
  asker.isPrivate = null;
  if (decide(null, asker.caller, signIn.isPossible) === 'absent')
    return notFound(`${kind} with id, ${shorten(id)} can not be found`);
  const detail = `There is no public ${kind.toLowerCase()} with id, ${shorten(id)}; sign in for what is not public`;
  return new Problem(401, detail, { 'www-authenticate': signIn.challenge });
}

/** What this caller may see of any version, also an earlier one; null when that is nothing. */
export function viewOfVersion(request: FastifyRequest, version: PublishedVersion): View | null {
  const asker = askerOf(request);
  const view = viewOf(version, asker.caller);
  const { table, version: number } = version;
  if (table.audience === 'public') {
    asker.isPrivate ??= false;
    return view;
  }
  asker.isPrivate = true;
  const reason = view ? 'right' : asker.caller.subject ? 'not-theirs' : 'no-token';
  noteDecision(request, { table: table.id, version: number, allowed: view !== null, reason });
  return view;
}
