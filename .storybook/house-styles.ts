import peilglas from '@peilglas/themes/peilglas.css?inline';
import stempel from '@peilglas/themes/stempel.css?inline';

/** The themes that we ship; `none` is what a page without any theme gets. */
export const houseStyles = ['none', 'peilglas', 'stempel'] as const;

/**
 * Puts all house styles on the page, each for whatever stands inside `[data-house-style]` with its name instead of for
 * the whole page: a docs page shows stories in several of them.
 */
export function installHouseStyles(): void {
  const sheets = Object.entries({ peilglas, stempel }).map(([name, css]) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css.replace(':root', `[data-house-style='${name}']`));
    return sheet;
  });
  document.adoptedStyleSheets.push(...sheets);
}
