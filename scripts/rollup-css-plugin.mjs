/**
 * Rollup plugin: style sheets in `css` templates without their indentation and comments. White space in a style sheet
 * means nothing but a separation, and ours have no strings with two spaces in a row.
 */
export function cssPlugin() {
  return {
    name: 'css-templates',
    transform(code, id) {
      if (!id.endsWith('.styles.js') || !code.includes('css `')) return null;
      return { code: code.replaceAll(/css `([^`$]*)`/g, (_, sheet) => `css\`${compact(sheet)}\``), map: null };
    },
  };
}

/** A style sheet on one line. */
function compact(sheet) {
  return sheet
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .replaceAll(/(?<=\() | (?=\))/g, '')
    .replaceAll(/(?<=[ :,(])0(?=\.\d)/g, '')
    .replaceAll(/: /g, ':')
    .replaceAll(';}', '}')
    .trim();
}

/**
 * Rollup plugin: our own modules without indentation. In code it means nothing, and in templates no more than the line
 * break before it, which stays.
 */
export function indentationPlugin() {
  return {
    name: 'without-indentation',
    transform(code, id) {
      if (!/[\\/]packages[\\/]elements[\\/]dist[\\/]/.test(id)) return null;
      return { code: code.replaceAll(/\n[ \t]+/g, '\n'), map: null };
    },
  };
}
