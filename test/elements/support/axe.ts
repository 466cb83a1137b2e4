import axe from 'axe-core';

/** What axe-core finds wrong with an element and all that lies in it, as `rule: element`. */
export async function violations(element: Element): Promise<readonly string[]> {
  const { violations: found } = await axe.run(element, {
    // Landmarks are for whoever makes the page.
    rules: { region: { enabled: false } },
    resultTypes: ['violations'],
  });
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`));
}
