/** The ratios on one logarithmic scale: a dot for each, a line over its range, and a bar where its bound is. */
const [left, right, top, row] = [270, 90, 48, 22];
const plotWidth = 560;

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** @returns {string} an SVG document that reads on light and on dark */
export function plotOf(rows) {
  const shown = rows.filter(({ ratio }) => ratio > 0);
  const all = shown.flatMap(({ ratio, range, bound }) => [ratio, bound ?? ratio, ...range]).filter((each) => each > 0);
  const [low, high] = [Math.min(0.1, ...all), Math.max(4, ...all)].map(Math.log10);
  const x = (ratio) => left + (plotWidth * (Math.log10(Math.max(ratio, 10 ** low)) - low)) / (high - low);
  const height = top + shown.length * row + 16;
  const width = left + plotWidth + right;
  const scale = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20].filter((each) => Math.log10(each) >= low && Math.log10(each) <= high);
  const lines = scale.map(
    (each) =>
      `<line class="${each === 1 ? 'one' : 'grid'}" x1="${x(each).toFixed(1)}" x2="${x(each).toFixed(1)}" y1="${top - 8}" y2="${height - 12}"/>` +
      `<text class="small" x="${x(each).toFixed(1)}" y="${top - 14}" text-anchor="middle">${each}</text>`,
  );
  const marks = shown.map(({ name, ratio, range, bound }, number) => {
    const y = top + number * row + row / 2;
    const limit =
      bound > 0
        ? `<line class="bound" x1="${x(bound).toFixed(1)}" x2="${x(bound).toFixed(1)}" y1="${y - 8}" y2="${y + 8}"/>`
        : '';
    return (
      `<text x="${left - 12}" y="${y + 4}" text-anchor="end">${escape(name)}</text>` +
      `<line class="range" x1="${x(range[0]).toFixed(1)}" x2="${x(range[1]).toFixed(1)}" y1="${y}" y2="${y}"/>${limit}` +
      `<circle cx="${x(ratio).toFixed(1)}" cy="${y}" r="4.5"/>` +
      `<text class="small" x="${left + plotWidth + 12}" y="${y + 4}">${ratio.toFixed(2)}</text>`
    );
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="Ratios of the benchmarks, as in the table below">
<style>
svg { background: #fff; font: 13px sans-serif; fill: #1a1f26; }
.small { font-size: 12px; fill: #4a525c; }
.grid { stroke: #d5d9de; } .one { stroke: #4a525c; } .range { stroke: #00558c; stroke-width: 2; opacity: 0.5; }
.bound { stroke: #b3261e; stroke-width: 3; } circle { fill: #00558c; }
</style>
<rect width="${width}" height="${height}" fill="#fff"/>
<text class="small" x="${left}" y="14">ours ÷ theirs (dot: median, line: range of the rounds, red: bound)</text>
${lines.join('\n')}
${marks.join('\n')}
</svg>
`;
}
