/**
 * The NL API Design Rules (https://gitdocumentatie.logius.nl/publicatie/api/adr/) as far as a description of an API
 * can show them, for the linter Spectral. Each rule is named after the one it holds to.
 */
import core from '@stoplight/spectral-core';
import functions from '@stoplight/spectral-functions';
import type { RulesetDefinition } from '@stoplight/spectral-core';

const { createRulesetFunction } = core;
const { casing, pattern, schema, truthy, undefined: absent } = functions;

const error = 'error';
const operations = '$.paths[*][get,put,post,patch,delete]';
const standardMethods = ['get', 'head', 'put', 'post', 'patch', 'delete'];
const besideMethods = ['summary', 'description', 'parameters', 'servers'];
const verbs = [
  'get',
  'list',
  'fetch',
  'find',
  'search',
  'create',
  'add',
  'update',
  'save',
  'delete',
  'remove',
  'download',
];

type Responses = Readonly<Record<string, { readonly content?: object; readonly headers?: object }>>;

/** What is wrong with the last segment of a path. */
const segments = (path: string): readonly string[] => path.split('/').filter((segment) => segment !== '');

const pathRule = (fault: (path: string) => string | null) =>
  createRulesetFunction<string, null>({ input: { type: 'string' }, options: null }, (path) => {
    const message = fault(path);
    return message === null ? [] : [{ message }];
  });

const kebabCase = pathRule((path) => {
  const odd = segments(path).find(
    (segment) => !/^\{[^}]+\}$/.test(segment) && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(segment),
  );
  return odd === undefined || path === '/openapi.json' ? null : `${odd} is not in kebab-case`;
});

const nouns = pathRule((path) => {
  const verb = segments(path).find((segment) =>
    verbs.some((each) => segment === each || segment.startsWith(`${each}-`)),
  );
  return verb === undefined ? null : `${verb} is a verb`;
});

const plural = pathRule((path) => {
  const all = segments(path);
  const singular = all.find((segment, index) => all[index + 1]?.startsWith('{') && !segment.endsWith('s'));
  return singular === undefined ? null : `${singular} is a collection, and singular`;
});

const bare = pathRule((path) => (/\.(?!json$)\w+$/.test(path) ? `${path} shows how it is made` : null));

const responsesRule = (fault: (status: string, response: Responses[string]) => string | null) =>
  createRulesetFunction<Responses, null>({ input: { type: 'object' }, options: null }, (responses) =>
    Object.entries(responses).flatMap(([status, response]) => {
      const message = fault(status, response);
      return message === null ? [] : [{ message: `${status} ${message}` }];
    }),
  );

export const rules = {
  rules: {
    'doc-openapi': {
      message: 'Use OpenAPI 3',
      severity: error,
      given: '$',
      then: { field: 'openapi', function: pattern, functionOptions: { match: '^3\\.' } },
    },
    'publish-openapi': {
      message: 'Publish the description at /openapi.json',
      severity: error,
      given: '$.paths',
      then: { field: '/openapi.json', function: truthy },
    },
    'doc-openapi-contact': {
      message: 'Name whom to ask: name, email and url',
      severity: error,
      given: '$.info',
      then: {
        function: schema,
        functionOptions: {
          schema: {
            type: 'object',
            required: ['contact'],
            properties: { contact: { type: 'object', required: ['name', 'email', 'url'] } },
          },
        },
      },
    },
    semver: {
      message: 'The version must be major.minor.patch',
      severity: error,
      given: '$.info.version',
      then: {
        function: pattern,
        functionOptions: { match: '^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[\\w.-]+)?$' },
      },
    },
    'uri-version': {
      message: 'The major version, and no more, must be in the address',
      severity: error,
      given: '$.servers[*].url',
      then: { function: pattern, functionOptions: { match: '/v\\d+$' } },
    },
    'transport-security': {
      message: 'Every server must use https',
      severity: error,
      given: '$.servers[*].url',
      then: { function: pattern, functionOptions: { match: '^https://' } },
    },
    'no-trailing-slash': {
      message: 'No slash at the end of a path',
      severity: error,
      given: '$.paths[*]~',
      then: { function: pattern, functionOptions: { notMatch: '/$' } },
    },
    'http-methods': {
      message: 'Only standard HTTP methods',
      severity: error,
      given: '$.paths[*]',
      then: {
        function: schema,
        functionOptions: {
          schema: { type: 'object', propertyNames: { enum: [...standardMethods, ...besideMethods] } },
        },
      },
    },
    'http-safety': {
      message: 'Reading takes no body',
      severity: error,
      given: '$.paths[*][get,head,delete]',
      then: { field: 'requestBody', function: absent },
    },
    'path-segments-kebab-case': {
      message: '{{error}}',
      severity: error,
      given: '$.paths[*]~',
      then: { function: kebabCase },
    },
    'naming-resources': { message: '{{error}}', severity: error, given: '$.paths[*]~', then: { function: nouns } },
    'naming-collections': { message: '{{error}}', severity: error, given: '$.paths[*]~', then: { function: plural } },
    'hide-implementation': { message: '{{error}}', severity: error, given: '$.paths[*]~', then: { function: bare } },
    'query-keys-camel-case': {
      message: '{{value}} is not in camelCase',
      severity: error,
      given: "$.paths..parameters[?(@.in == 'query')].name",
      then: { function: casing, functionOptions: { type: 'camel' } },
    },
    'property-names-camel-case': {
      message: '{{error}}',
      severity: error,
      given: '$.components.schemas..properties[*]~',
      then: { function: casing, functionOptions: { type: 'camel' } },
    },
    'version-header': {
      message: 'Return the full version in the header API-Version: {{error}}',
      severity: error,
      given: `${operations}.responses`,
      then: {
        function: responsesRule((status, { headers }) =>
          /^[23]/.test(status) && !('API-Version' in (headers ?? {})) ? 'lacks it' : null,
        ),
      },
    },
    'problem-details': {
      message: 'Refuse with application/problem+json: {{error}}',
      severity: error,
      given: `${operations}.responses`,
      then: {
        function: responsesRule((status, { content }) =>
          /^[45]/.test(status) && !('application/problem+json' in (content ?? {})) ? 'does not' : null,
        ),
      },
    },
    'invalid-input': {
      message: 'Invalid input is 400, never 422',
      severity: error,
      given: `${operations}.responses`,
      then: {
        function: schema,
        functionOptions: { schema: { type: 'object', required: ['400'], not: { required: ['422'] } } },
      },
    },
    'created-location': {
      message: 'What was made has an address: {{error}}',
      severity: error,
      given: `${operations}.responses`,
      then: {
        function: responsesRule((status, { headers }) =>
          status === '201' && !('Location' in (headers ?? {})) ? 'lacks Location' : null,
        ),
      },
    },
    'doc-operations': {
      message: 'Describe every operation: {{error}}',
      severity: error,
      given: operations,
      then: {
        function: schema,
        functionOptions: { schema: { type: 'object', required: ['operationId', 'summary', 'tags', 'responses'] } },
      },
    },
    'doc-parameters': {
      message: 'Describe every parameter: {{error}}',
      severity: error,
      given: '$.paths..parameters[*]',
      then: {
        function: schema,
        functionOptions: { schema: { type: 'object', required: ['name', 'in', 'description', 'schema'] } },
      },
    },
    'no-sensitive-uris': {
      message: 'No key or token in an address',
      severity: error,
      given: '$.components.securitySchemes[*]',
      then: {
        function: schema,
        functionOptions: {
          schema: { type: 'object', not: { required: ['in'], properties: { in: { const: 'query' } } } },
        },
      },
    },
  },
} satisfies RulesetDefinition;
