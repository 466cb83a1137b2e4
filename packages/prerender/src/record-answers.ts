import { AsyncLocalStorage } from 'node:async_hooks';
import { beforeNetwork } from '@peilglas/client/before-network';
import type { EmbeddedAnswer } from '@peilglas/elements/server';

interface Recording {
  /** Address of the endpoint, with a slash at the end. */
  readonly endpoint: string;
  /** What is asked instead of the network; null for the network. */
  readonly ask: typeof fetch | null;
  readonly answers: Map<string, EmbeddedAnswer>;
}

/** One per page that is being filled, so that pages filled at the same time never get each other's answers. */
const recordings = new AsyncLocalStorage<Recording>();

beforeNetwork((ask) => async (input, init) => {
  const recording = recordings.getStore();
  const response = await (recording?.ask ?? ask)(input, init);
  if (recording && response.ok && input instanceof URL) await keep(recording, input, init?.body, response.clone());
  return response;
});

async function keep(
  { endpoint, answers }: Recording,
  { href }: URL,
  body: BodyInit | null | undefined,
  response: Response,
): Promise<void> {
  if (!href.startsWith(endpoint)) return;
  const json: unknown = await response.json().catch(() => null);
  if (json === null) return;
  const posted = typeof body === 'string' ? { body } : {};
  answers.set(`${href} ${posted.body ?? ''}`, { path: href.slice(endpoint.length), ...posted, json });
}

/**
 * What the work asked of an endpoint, beside what came of the work.
 * @param ask takes the place of the network; null leaves it
 */
export async function recordAnswers<T>(
  endpoint: URL,
  ask: typeof fetch | null,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly answers: readonly EmbeddedAnswer[] }> {
  const answers = new Map<string, EmbeddedAnswer>();
  const base = `${endpoint.href.replace(/\/$/, '')}/`;
  const result = await recordings.run({ endpoint: base, ask, answers }, work);
  return { result, answers: [...answers.values()] };
}
