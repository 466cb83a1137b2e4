import type { createEndpoint } from '@peilglas/endpoint';

/** A question to the endpoint, and its answer as it left. */
export interface Answered {
  /** Without the path of the API: `/tables/bevolking/data?…`. */
  readonly path: string;
  readonly method: string;
  readonly authorization: string | undefined;
  readonly cookie: string | undefined;
  readonly status: number;
  readonly body: string;
}

export interface WatchedEndpoint {
  readonly origin: string;
  /** Address of its API. */
  readonly api: string;
  /** In order of their answers. */
  readonly answered: Answered[];
  readonly close: () => Promise<void>;
}

/** Notes what goes through; answers are not compressed, so that they can be read. */
export function watchEndpoint(app: ReturnType<typeof createEndpoint>, origin: string): WatchedEndpoint {
  const answered: Answered[] = [];
  const root = '/api/v2';
  app.addHook('onRequest', async ({ headers }) => {
    delete headers['accept-encoding'];
  });
  app.addHook('onSend', async ({ url, method, headers }, { statusCode }, body) => {
    if (method === 'OPTIONS') return;
    answered.push({
      path: url.replace(root, ''),
      method,
      authorization: headers.authorization,
      cookie: headers.cookie,
      status: statusCode,
      body: typeof body === 'string' ? body : Buffer.isBuffer(body) ? body.toString() : '',
    });
  });
  return {
    origin,
    api: origin + root,
    answered,
    close: async () => {
      app.server.closeAllConnections();
      await app.close();
    },
  };
}
