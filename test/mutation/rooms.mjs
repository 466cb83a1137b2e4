/** Which sources are mutated, and the tests that are to notice, quick ones first. Each room is measured by itself. */
const client = 'packages/client/src';
const endpoint = 'packages/endpoint/src';

export const rooms = {
  model: { sources: ['packages/model/src/**/*.ts'], tests: ['test/model/**/*.test.ts'] },
  // What reads answers needs no endpoint to be tested, what asks for them does.
  parse: {
    sources: [`${client}/{find-dataset,parse-*,read-json,request-batch,response-error,shape-codes,status-map}.ts`],
    tests: [
      'test/client/{catalogue,codelist,parse-json-stat,parse-shapes,request-batch,response-error,shape-codes,status-map}.test.ts',
      'test/client/parse-anything.test.ts',
    ],
  },
  client: {
    sources: [
      `${client}/*.ts`,
      `!${client}/{find-dataset,parse-*,read-json,request-batch,response-error,shape-codes,status-map}.ts`,
    ],
    tests: ['test/client/!(failures|parse-anything).test.ts', 'test/client/**/*.test.ts'],
  },
  // Words themselves are for readers to judge; what puts them together is for tests.
  text: {
    sources: [
      'packages/text/src/**/*.ts',
      '!packages/text/src/**/*-{nl,en,de,fy}.ts',
      '!packages/text/src/{nl,en,de,fy}.ts',
    ],
    tests: ['test/text/**/*.test.ts'],
  },
  // Rules that need no server are measured by tests that have none: a second for each change instead of half a minute.
  rules: {
    sources: [
      `${endpoint}/access/{access-config,caller,challenge,claims,credentials,policy,regions,replay-memory,view}.ts`,
    ],
    tests: ['test/endpoint/access/{claims,credentials,replay-memory,view}.test.ts'],
  },
  access: {
    sources: [`${endpoint}/access/{audit,issuer-keys,proof,token,token-fault}.ts`],
    tests: ['test/endpoint/access/proof.test.ts', 'test/endpoint/access/**/*.test.ts'],
  },
  // What hides and rounds, and the checks of figures: each with the tests that need nothing else.
  disclosure: {
    sources: [`${endpoint}/publish/disclosure/*.ts`],
    tests: [
      'test/endpoint/disclosure-{audit,families,inferred,known,pattern,rules,sums}.test.ts',
      'test/endpoint/disclosure-{earlier,rounding,versions}.test.ts',
      'test/endpoint/disclosure-suppression.test.ts',
      'test/endpoint/disclosure-attack.test.ts',
    ],
  },
  checks: {
    sources: [`${endpoint}/publish/checks/*.ts`],
    tests: ['test/endpoint/{checks,faults}.test.ts'],
  },
  publish: {
    sources: [`${endpoint}/publish/**/*.ts`, `!${endpoint}/publish/{checks,disclosure}/*.ts`],
    tests: ['test/endpoint/{manifest,publish,saved-otherwise,protected-publication,report-*,faults}.test.ts'],
  },
};
