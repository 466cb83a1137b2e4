/**
 * Puts what the site knows into a page, at `{{its-name}}`, as any CMS does. What it puts there may name more.
 * @param {string} template
 * @param {Readonly<Record<string, string>>} values of the site itself: nothing that a visitor sends may be among them
 */
export function fill(template, values) {
  return template.replace(/\{\{([\w-]+)\}\}/g, (_, name) => {
    if (!Object.hasOwn(values, name)) throw new Error(`Nothing is known for {{${name}}}`);
    return fill(values[name], values);
  });
}
