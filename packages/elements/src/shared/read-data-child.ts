/**
 * Figures given in the page itself, as a `<script type="application/json">` child with JSON-stat in it.
 * Text that is not JSON is handed on as it is, so that reading it as JSON-stat says what is wrong. Null without child.
 */
export function readDataChild(host: Element): unknown {
  const script = [...host.children].find(
    (child) => child instanceof HTMLScriptElement && child.type === 'application/json',
  );
  if (!script) return null;
  const text = script.textContent;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
