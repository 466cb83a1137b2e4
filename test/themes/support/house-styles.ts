/** One house style as a page links it. */
export interface HouseStyle {
  readonly name: string;
  /** Class on `<html>`, as the package wants it. */
  readonly className?: string;
  /** Style sheets in order, as `package/file` below node_modules. */
  readonly sheets: readonly string[];
  /** What the page has instead of the class and on top of the sheets, to be dark. */
  readonly dark?: { readonly className: string; readonly sheet: string };
  /** First family of its typeface, as the tokens spell it. */
  readonly family?: string;
}

const bridge = '@peilglas/themes/nl-design-system.css';

/** None, ours, and those of seven organisations as they publish them on npm: the same as in Storybook's toolbar. */
export const houseStyles: readonly HouseStyle[] = [
  { name: 'none', sheets: [] },
  { name: 'peilglas', sheets: ['@peilglas/themes/tokens.css'] },
  { name: 'stempel', sheets: ['@peilglas/themes/stempel.css'] },
  {
    name: 'amsterdam',
    sheets: ['@amsterdam/design-system-tokens/dist/index.css', '@peilglas/themes/amsterdam.css'],
    family: 'Amsterdam Sans',
  },
  {
    name: 'den-haag',
    className: 'denhaag-theme',
    sheets: ['@gemeente-denhaag/design-tokens-components/dist/theme/index.css', bridge],
    family: 'TheSans',
  },
  {
    name: 'nijmegen',
    className: 'nijmegen-theme',
    sheets: ['@gemeentenijmegen/design-tokens/dist/index.css', bridge],
    family: 'Source Sans Pro',
  },
  {
    name: 'purmerend',
    className: 'purmerend-theme',
    sheets: ['@nl-design-system-community/purmerend-design-tokens/dist/theme.css', bridge],
    dark: {
      className: 'purmerend-theme--color-scheme-dark',
      sheet: '@nl-design-system-community/purmerend-design-tokens/dist/color-scheme-dark/theme.css',
    },
    family: 'Cantarell',
  },
  {
    name: 'rijkshuisstijl',
    className: 'kern-lintblauw',
    sheets: ['@rijkshuisstijl-community/design-tokens/dist/kern-lintblauw/index.css', bridge],
    family: 'Fira Sans',
  },
  {
    name: 'rotterdam',
    className: 'rods-theme',
    sheets: ['@gemeente-rotterdam/design-tokens/dist/theme.css', bridge],
    family: 'Bolder',
  },
  {
    name: 'utrecht',
    className: 'utrecht-theme',
    sheets: ['@utrecht/design-tokens/dist/theme.css', bridge],
    dark: { className: 'utrecht-theme--dark', sheet: '@utrecht/design-tokens/dist/dark/theme.css' },
    family: 'Noto Sans Variable',
  },
];
