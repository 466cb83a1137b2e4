import amsterdamTokens from '@amsterdam/design-system-tokens/dist/index.css?inline';
import denHaag from '@gemeente-denhaag/design-tokens-components/dist/theme/index.css?inline';
import rotterdam from '@gemeente-rotterdam/design-tokens/dist/theme.css?inline';
import nijmegen from '@gemeentenijmegen/design-tokens/dist/index.css?inline';
import purmerendDark from '@nl-design-system-community/purmerend-design-tokens/dist/color-scheme-dark/theme.css?inline';
import purmerend from '@nl-design-system-community/purmerend-design-tokens/dist/theme.css?inline';
import amsterdam from '@peilglas/themes/amsterdam.css?inline';
import nlDesignSystem from '@peilglas/themes/nl-design-system.css?inline';
import peilglas from '@peilglas/themes/tokens.css?inline';
import stempel from '@peilglas/themes/stempel.css?inline';
import rijkshuisstijl from '@rijkshuisstijl-community/design-tokens/dist/kern-lintblauw/index.css?inline';
import utrechtDark from '@utrecht/design-tokens/dist/dark/theme.css?inline';
import utrecht from '@utrecht/design-tokens/dist/theme.css?inline';

/** Style sheets of one house style, each with the selector that stands for the page in it. */
interface HouseStyle {
  readonly sheets: readonly (readonly [selector: string, css: string])[];
  /** For pages in the dark scheme, on top of the sheets above. */
  readonly dark?: readonly (readonly [selector: string, css: string])[];
}

/**
 * One entry is one house style: those that we ship, and real ones as their organisations publish them on npm. The latter
 * are development dependencies: to look at and to test with, never part of what we ship (see docs/house-style.md).
 */
const themes = {
  peilglas: { sheets: [[':root', peilglas]] },
  stempel: { sheets: [[':root', stempel]] },
  amsterdam: {
    sheets: [
      [':root', amsterdamTokens],
      [':root', amsterdam],
    ],
  },
  'den-haag': {
    sheets: [
      ['.denhaag-theme', denHaag],
      [':root', nlDesignSystem],
    ],
  },
  nijmegen: {
    sheets: [
      ['.nijmegen-theme', nijmegen],
      [':root', nlDesignSystem],
    ],
  },
  purmerend: {
    sheets: [
      ['.purmerend-theme', purmerend],
      [':root', nlDesignSystem],
    ],
    dark: [['.purmerend-theme--color-scheme-dark', purmerendDark]],
  },
  rijkshuisstijl: {
    sheets: [
      ['.kern-lintblauw', rijkshuisstijl],
      [':root', nlDesignSystem],
    ],
  },
  rotterdam: {
    sheets: [
      ['.rods-theme', rotterdam],
      [':root', nlDesignSystem],
    ],
  },
  utrecht: {
    sheets: [
      ['.utrecht-theme', utrecht],
      [':root', nlDesignSystem],
    ],
    dark: [['.utrecht-theme--dark', utrechtDark]],
  },
} as const satisfies Record<string, HouseStyle>;

type Name = keyof typeof themes;

/** All house styles by name; `none` is what a page without any theme gets. */
export const houseStyles = ['none', ...(Object.keys(themes) as Name[])] as const;

function scoped(css: string, selector: string, scope: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css.replaceAll(selector, scope));
  return sheet;
}

/**
 * Puts all house styles on the page, each for whatever stands inside `[data-house-style]` with its name instead of for
 * the whole page: a docs page shows stories in several of them. The dark ones want `data-scheme='dark'` beside it.
 */
export function installHouseStyles(): void {
  const sheets = Object.entries<HouseStyle>(themes).flatMap(([name, theme]) => {
    const scope = `[data-house-style='${name}']`;
    return [
      ...theme.sheets.map(([selector, css]) => scoped(css, selector, scope)),
      ...(theme.dark ?? []).map(([selector, css]) => scoped(css, selector, `${scope}[data-scheme='dark']`)),
    ];
  });
  document.adoptedStyleSheets.push(...sheets);
}
