/** CSS of elements (postcss-lit reads the css`` templates), themes and demo pages. */
const tokensOnly = 'Colours come from design tokens: var(--peil-…) or a private var(--_…).';

export default {
  extends: ['stylelint-config-standard'],
  reportDescriptionlessDisables: true,
  reportNeedlessDisables: true,
  rules: {
    // Text may run from right to left or from top to bottom: sides are start and end.
    'property-layout-mappings': 'flow-relative',
    'value-keyword-layout-mappings': 'flow-relative',
    'unit-layout-mappings': 'flow-relative',
    'declaration-no-important': true,
    'selector-max-id': 0,
    // Chromium has the standard value under its old name alone.
    'declaration-property-value-no-unknown': [true, { ignoreProperties: { 'text-align': '-webkit-match-parent' } }],
    // --peil-* is public, --_* is private to a shadow tree; others' tokens keep their own spelling.
    'custom-property-pattern': '^(_|[a-z])[a-z0-9]*(-[a-z0-9]+)*$',
    // Rules are grouped by the part of the element that they dress.
    'no-descending-specificity': null,
  },
  overrides: [
    {
      files: ['packages/elements/src/**/*.styles.ts'],
      customSyntax: 'postcss-lit',
    },
    {
      files: ['packages/elements/src/**/*.{styles.ts,css}', 'packages/themes/*.css'],
      rules: {
        'unit-disallowed-list': [
          ['rem'],
          {
            ignoreFunctions: ['max'],
            message:
              'Many pages have small letters at their root: px, em, or max(20rem, 320px). See docs/decisions/035.',
          },
        ],
      },
    },
    {
      // tokens.styles.ts is where the default colours live.
      files: ['packages/elements/src/**/!(tokens).styles.ts'],
      rules: {
        'color-named': ['never', { message: tokensOnly }],
        'color-no-hex': [true, { message: tokensOnly }],
        'function-disallowed-list': [
          ['rgb', 'rgba', 'hsl', 'hsla', 'hwb', 'lab', 'lch', 'oklab', 'oklch'],
          { message: tokensOnly },
        ],
      },
    },
  ],
};
