import type { FastifyReply, FastifyRequest } from 'fastify';
import { shorten } from '../selection/value-expression.js';
import type { PublishedVersion, Store } from '../store/store.js';
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
  /** Path the API lives under. */
  readonly root: string;
  readonly maxDataCells: number;
  readonly licence: string;
  readonly contact: Contact | null;
  /** Most calls from one address in a window of time. */
  readonly callLimit: CallLimit;
}

/** One request on its way to an answer. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** @throws Problem 404 when there is no such table. */
export async function requireTable({ store }: Context, request: FastifyRequest): Promise<PublishedVersion> {
  const { params } = request;
  const id = typeof params === 'object' && params !== null && 'id' in params ? String(params.id) : '';
  const version = await store.current(id);
  if (!version) throw notFound(`Table with id, ${shorten(id)} can not be found`);
  return version;
}
