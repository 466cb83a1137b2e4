/**
 * Cells for every pair of a topic and a class of the source.
 *
 * @param {Record<string, string>} topics topic key of the source → indicator
 * @param {Record<string, string>} classes class of the source → code in our table
 * @param {string} column the classification column
 * @param {(topic: string, code: string) => string} toCode how the source writes the pair
 * @returns {Record<string, Record<string, string>>}
 */
export function cross(topics, classes, column, toCode) {
  return Object.fromEntries(
    Object.entries(topics).flatMap(([topic, indicator]) =>
      Object.entries(classes).map(([code, name]) => [toCode(topic, code), { indicator, [column]: name }]),
    ),
  );
}

/** Cells of a table without a classification: source code → indicator. */
export const plain = (indicators) =>
  Object.fromEntries(Object.entries(indicators).map(([code, indicator]) => [code, { indicator }]));
