/** What this endpoint serves, as OpenAPI 3.0: PxWebApi 2 with its own formats, limits and ways to sign in. */
import { STATUS_CODES } from 'node:http';
import { apiVersion } from '../../app-version.js';
import type { Context } from '../context.js';
import { pathsOf } from './operations.js';
import { schema, schemas, text, type Schema } from './schemas.js';

const problemContent = { 'application/problem+json': { schema: schema('Problem') } };
const retryAfter = { 'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer', example: 30 } } };
const challenge = { 'WWW-Authenticate': { description: 'How to sign in', schema: text } };

const headersByStatus: Readonly<Record<number, object>> = { 401: challenge, 429: retryAfter, 503: retryAfter };

const refusals = [400, 401, 403, 404, 413, 415, 429, 501, 503].map((status) => {
  const headers = { 'API-Version': { $ref: '#/components/headers/API-Version' }, ...headersByStatus[status] };
  return [`Problem${status}`, { description: STATUS_CODES[status], headers, content: problemContent }] as const;
});

export function describeApi({ root, publicUrl, catalogue, licence, contact, maxDataCells }: Context): Schema {
  const home = catalogue.homepage ?? publicUrl;
  return {
    openapi: '3.0.3',
    info: {
      title: 'Peilglas endpoint',
      version: apiVersion,
      description:
        'Published statistical tables over PxWebApi 2 (https://github.com/PxTools/PxApiSpecs). ' +
        `One answer has at most ${maxDataCells} cells. Licence of the data: ${licence}.`,
      ...(contact ? { contact: { name: contact.name, email: contact.mail, ...(home ? { url: home } : {}) } } : {}),
    },
    externalDocs: { description: 'The public tables as DCAT-AP-NL 3', url: `${publicUrl ?? ''}/catalogue` },
    servers: [{ url: `${publicUrl ?? ''}${root}` }],
    tags: [
      { name: 'Tables', description: 'Find tables, and get their figures' },
      { name: 'Codelists', description: 'Groupings of codes' },
      { name: 'Shapes', description: 'Boundaries of regions, for maps' },
      { name: 'Saved queries', description: 'Questions with an address of their own' },
      { name: 'Elements', description: 'Figures as a part of a page' },
      { name: 'Configuration', description: 'What the endpoint can do' },
    ],
    // A token is needed only for what is not public.
    security: [{}, { bearer: [] }, { dpop: [] }],
    paths: pathsOf([{ url: `${publicUrl ?? ''}/embed` }]),
    components: {
      schemas,
      headers: {
        'API-Version': { description: 'Full version of this API', schema: { ...text, example: apiVersion } },
        ETag: { description: 'Names this answer, for If-None-Match', schema: text },
      },
      responses: Object.fromEntries(refusals),
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'Access token of a trusted issuer (RFC 6750, RFC 9068)',
        },
        dpop: { type: 'http', scheme: 'DPoP', description: 'Access token bound to a key, with a proof (RFC 9449)' },
      },
    },
  };
}
