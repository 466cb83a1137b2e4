import { defineConfig } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import ts from 'typescript-eslint';

/** Ways to turn a string into markup or into code: each is a hole for script injection and breaks trusted types. */
const stringsAsMarkup = [
  ...['innerHTML', 'outerHTML', 'srcdoc'].map((name) => ({
    selector: `AssignmentExpression > MemberExpression.left[property.name="${name}"]`,
    message: `No ${name}: build nodes with Lit templates or replaceChildren().`,
  })),
  ...['insertAdjacentHTML', 'createContextualFragment', 'parseFromString', 'setHTMLUnsafe'].map((name) => ({
    selector: `CallExpression > MemberExpression.callee[property.name="${name}"]`,
    message: `No ${name}: build nodes with Lit templates.`,
  })),
  ...['unsafe-html', 'unsafe-svg', 'unsafe-mathml'].map((name) => ({
    selector: `ImportDeclaration[source.value=/directives\\/${name}(\\.js)?$/]`,
    message: `No ${name}: labels are text, never markup.`,
  })),
  {
    selector: 'TaggedTemplateExpression Property[key.name="innerHTML"]',
    message: 'No innerHTML bindings.',
  },
  // A content security policy without 'unsafe-inline' drops these in silence. `style=${styleMap(…)}` is fine.
  {
    selector: 'TaggedTemplateExpression TemplateElement[value.raw=/\\sstyle=(?!["\']?$)/]',
    message: 'No style attributes: use a class and custom properties.',
  },
  {
    selector: 'CallExpression[callee.property.name="setAttribute"][arguments.0.value="style"]',
    message: 'No style attributes: set properties of element.style.',
  },
  { selector: 'TemplateElement[value.raw=/\\.(inner|outer)HTML=/]', message: 'No innerHTML bindings in templates.' },
];

/** The library keeps nothing in the browser: the host owns the session, and a cookie banner must never be needed. */
const browserStorage = ['localStorage', 'sessionStorage', 'indexedDB', 'cookieStore'].map((name) => ({
  name,
  message: 'Nothing is kept in the browser; tokens and figures live in memory.',
}));

const noFetch = { name: 'fetch', message: 'Only client, auth and endpoint talk to a server.' };

/** As few as can be: each has its types computed anew. */
const programs = ['packages', 'stories', 'test', 'test/packages/project/vite', 'demo/frameworks/angular'].map(
  (folder) => `${folder}/tsconfig.json`,
);

export default defineConfig(
  { ignores: ['**/dist/', '**/node_modules/', '.peilglas/', 'coverage/', 'storybook-static/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },

  {
    files: ['**/*.{ts,js,mjs,cjs}'],
    extends: [ts.configs.eslintRecommended],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      'no-restricted-syntax': ['error', ...stringsAsMarkup],
      'no-restricted-properties': [
        'error',
        { object: 'document', property: 'cookie', message: 'No cookies.' },
        { object: 'document', property: 'write', message: 'Build nodes with Lit templates.' },
        ...browserStorage.map(({ name, message }) => ({ object: 'window', property: name, message })),
        ...browserStorage.map(({ name, message }) => ({ object: 'globalThis', property: name, message })),
      ],
    },
  },

  {
    files: ['**/*.ts'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: programs, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-expect-error': true, 'ts-nocheck': true },
      ],
      // `typeof import('…')` is how a module that loads late gets its type.
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A number in a template string is what a library of statistics does all day.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Types and interfaces both have their use: a union cannot be an interface.
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-deprecated': [
        'error',
        // Marked so only to stand out: it is for an identity provider on this machine, as in the demo and tests.
        { allow: [{ from: 'package', name: 'allowInsecureRequests', package: 'openid-client' }] },
      ],
      // `return done()` where nothing is returned reads well enough.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // An empty string falls back to the next as absence does.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // An interface that asks for a method may be answered by one that does nothing.
      '@typescript-eslint/no-empty-function': 'off',
      // A method that answers a promise without awaiting is still asynchronous to its caller.
      '@typescript-eslint/require-await': 'off',
    },
  },

  {
    // What attackers write.
    files: ['test/security/support/payloads.ts'],
    rules: { 'no-script-url': 'off' },
  },

  {
    files: ['packages/*/src/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...browserStorage, noFetch],
      'no-console': ['error', { allow: ['warn'] }],
    },
  },
  {
    files: ['packages/{client,auth,endpoint}/src/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', ...browserStorage] },
  },
  {
    // The one thing that outlives a page: what it needs to come back from the identity provider.
    files: ['packages/auth/src/pending-sign-in.ts'],
    rules: { 'no-restricted-globals': 'off' },
  },

  {
    files: ['packages/elements/src/**/*.ts', 'stories/**/*.ts', 'test/elements/**/*.ts'],
    extends: [wc.configs['flat/recommended'], wc.configs['flat/best-practice'], lit.configs['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      'lit/no-legacy-template-syntax': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/no-value-attribute': 'error',
      'lit/prefer-nothing': 'error',
      'lit/prefer-static-styles': 'error',
      // Properties are declared in `static properties` with `declare`d fields, so nothing shadows an accessor.
      'lit/no-classfield-shadowing': 'error',
      // Registration is guarded once, in define-element.ts, and a class carries no tag name.
      'wc/guard-define-call': 'off',
      'wc/file-name-matches-element': 'off',
    },
  },

  {
    // `describe` and `it` of node:test return promises that the runner itself awaits.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['describe', 'it', 'test', 'suite'] },
          ],
        },
      ],
    },
  },

  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: globals.node },
    rules: { 'no-undef': 'error', 'no-unused-vars': 'error' },
  },
  {
    files: [
      'demo/**/*.js',
      'packages/elements/src/**/*.js',
      'packages/wordpress/**/*.js',
      'test/{bench,sanitizers/support}/*-page.js',
      'test/bench/page/*.js',
    ],
    languageOptions: { globals: globals.browser },
    rules: { 'no-restricted-globals': ['error', ...browserStorage] },
  },
);
