import type { FastifyReply, FastifyRequest } from 'fastify';
import { shorten } from '../selection/value-expression.js';
import { anyone } from '../access/caller.js';
import { viewOf, type View } from '../access/view.js';
import type { PublishedVersion, Store } from '../store/store.js';
import type { Directory } from './directory.js';
import { notFound } from './problem.js';

export interface CallLimit {
  readonly calls: number;
  readonly seconds: number;
}

/** Whom to ask; a role. */
export interface Contact {
  readonly name: string;
  readonly mail: string;
}

/** What the routes share. */
export interface Context {
  readonly store: Store;
  readonly directory: Directory;
  /** Path the API lives under. */
  readonly root: string;
  readonly maxDataCells: number;
  readonly licence: string;
  readonly contact: Contact | null;
  /** Most calls from one address in a window of time. */
  readonly callLimit: CallLimit;
}

/** The tables that this caller may know of. */
export async function visibleTables({ directory }: Context, _request: FastifyRequest): Promise<readonly View[]> {
  return (await directory.all()).flatMap((version) => viewOf(version, anyone) ?? []);
}

/** What tells one view from every other, for ETags. */
export function identity({ version, rights }: View): readonly unknown[] {
  return [version.table.id, version.version, version.contentHash, rights];
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

/** @throws Problem 404 when there is no such table, or none that this caller may know of. */
export function requireTable(context: Context, request: FastifyRequest): Promise<View> {
  return requireTableById(context, request, idOf(request));
}

/** @throws Problem as `requireTable`. */
export async function requireTableById({ directory }: Context, _request: FastifyRequest, id: string): Promise<View> {
  const version = await directory.find(id);
  const view = version && viewOf(version, anyone);
  if (!view) throw notFound(`Table with id, ${shorten(id)} can not be found`);
  return view;
}

/** What this caller may see of any version, also an earlier one; null when that is nothing. */
export async function viewOfVersion(_request: FastifyRequest, version: PublishedVersion): Promise<View | null> {
  return viewOf(version, anyone);
}
