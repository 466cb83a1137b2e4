import type axeCore from 'axe-core';

declare global {
  interface Window {
    /** A plain script of the test page. */
    readonly axe: typeof axeCore;
  }
}

/** What axe-core finds wrong with an element and all that lies in it, as `rule: element`. */
export async function violations(element: Element): Promise<readonly string[]> {
  const { violations: found } = await window.axe.run(element, {
    // Landmarks are for whoever makes the page.
    rules: { region: { enabled: false } },
    resultTypes: ['violations'],
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`));
}
