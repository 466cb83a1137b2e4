/**
 * A text as a field of a file with commas, semicolons or tabs. One that a spreadsheet would run as a formula gets an
 * apostrophe, which keeps it text. Also after a separator: a spreadsheet goes by that of its own language, whatever the
 * file is written with. Figures are not texts: -5 is a number.
 */
export function csvField(content: string): string {
  // Also after blanks, and in the wide forms of East Asian scripts.
  const safe = content.replaceAll(/(?<=^|[,;\t\r\n])(?=[^\S\t\r\n]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])|^(?=[\t\r])/g, "'");
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
