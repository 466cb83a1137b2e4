/** A real endpoint that signs visitors in itself, beside the site: another port of the same host, and so the same site. */
import { createEndpoint } from '@peilglas/endpoint';
import { folderOfTables } from '../../endpoint/access/tables.ts';
import { secretFile } from '../../endpoint/session/secret-file.ts';
import type { Stage } from './stage.ts';
import { unlimited } from '../../support/unlimited.ts';

/** Written before any test begins, whether or not it is used. */
const store = await folderOfTables;

export interface Backend {
  /** A table of Enschede and Hengelo; each sees their own. */
  readonly table: string;
  readonly close: () => Promise<void>;
}

export async function startBackend({ provider, endpoint, site, backend }: Stage): Promise<Backend> {
  const { issuer } = provider;
  // What the provider makes tokens for; here no more than a name.
  const audience = endpoint.origin;
  const themes = { name: 'themes', values: { 'sociaal-domein': 'jeugd' } };
  const app = createEndpoint({
    ...unlimited,
    store,
    publicUrl: backend,
    origins: [site.origin],
    access: {
      issuers: [{ issuer, audience, jwks: `${issuer}/jwks`, claims: { themes, municipalities: 'municipalities' } }],
      auditLog: '/dev/null',
    },
    signIn: {
      issuer,
      clientId: 'endpoint',
      clientSecretFile: await secretFile(),
      resource: audience,
      signedOutUrl: `${site.origin}/cijfers`,
    },
  });
  await app.listen({ port: Number(new URL(backend).port), host: 'localhost' });
  return { table: `${backend}/api/v2/tables/eigen/data`, close: () => app.close() };
}
