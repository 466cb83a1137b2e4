/** What somebody writes by hand around a drawing so that it can be read without seeing it: heading, sentence, table, source. */
function element(name, text, parent, attributes = {}) {
  const made = document.createElement(name);
  if (text !== null) made.textContent = text;
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  parent?.append(made);
  return made;
}

export const numberOf = (decimals) =>
  new Intl.NumberFormat('nl', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

/** @returns the place for the drawing, between the words */
export function writeWords(box, { name, label, unit, decimals, periods, values, source }) {
  const { format } = numberOf(decimals);
  const [first, last] = [0, periods.length - 1];
  const way = values[last] > values[first] ? 'gestegen' : values[last] < values[first] ? 'gedaald' : 'gelijk gebleven';
  element('h3', label, box);
  element('p', `${name}, ${periods[first]} tot en met ${periods[last]}, in ${unit}`, box);
  element(
    'p',
    `In ${name} is dit ${way}: van ${format(values[first])} in ${periods[first]} naar ${format(values[last])} in ` +
      `${periods[last]}. Het hoogst was het met ${format(Math.max(...values))}, het laagst met ${format(Math.min(...values))}.`,
    box,
  );
  const drawing = element('div', null, box, { class: 'drawing' });
  const table = element('table', null, box);
  element('caption', `${label}, ${name}`, table);
  const head = element('tr', null, element('thead', null, table));
  element('th', 'Periode', head, { scope: 'col' });
  element('th', unit, head, { scope: 'col' });
  const body = element('tbody', null, table);
  for (const [place, period] of periods.entries()) {
    const row = element('tr', null, body);
    element('th', period, row, { scope: 'row' });
    element('td', values[place] === null ? 'niet bekend' : format(values[place]), row);
  }
  element('p', `Bron: ${source}`, box);
  return drawing;
}
