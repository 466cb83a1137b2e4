/**
 * The strictest policy a municipality may have; the elements work under it.
 * @param {object} options
 * @param {readonly string[]} options.connect addresses that the page's scripts may ask, beside its own site
 * @param {string} [options.form] where its forms may go
 * @param {readonly string[]} [options.trustedTypes] policies of its scripts, beside that of the elements
 * @param {string} [options.frames] what its frames may show
 * @param {readonly string[]} [options.styles] hashes of style sheets in the page, each with its quotes
 * @param {string} [options.around] which pages may have it in a frame
 */
export function policy({ connect, form = "'none'", trustedTypes = [], frames, styles = [], around = "'none'" }) {
  return [
    "default-src 'none'",
    "script-src 'self'",
    ["style-src 'self'", ...styles].join(' '),
    "img-src 'self' data: blob:",
    `connect-src 'self' ${connect.map((address) => new URL(address).origin).join(' ')}`,
    "base-uri 'none'",
    `form-action ${form}`,
    ...(frames ? [`frame-src ${frames}`] : []),
    `frame-ancestors ${around}`,
    "require-trusted-types-for 'script'",
    `trusted-types ${['lit-html', ...trustedTypes].join(' ')} 'allow-duplicates'`,
  ].join('; ');
}
