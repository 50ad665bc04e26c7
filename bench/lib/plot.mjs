// Growth as small plots side by side: the number of tweets on a logarithmic axis, a measure on a linear one from zero.
import { scaleLinear, scaleLog } from 'd3-scale';

const PANEL = { width: 230, height: 190, gap: 24 };
const EDGE = { top: 34, right: 14, bottom: 30, left: 52 };
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** An SVG with a panel for each measure. `sizes` are numbers of tweets; `measures` hold a title and one value a size. */
export function growthPlot(sizes, measures) {
  const width = measures.length * (PANEL.width + PANEL.gap);
  const panels = measures.map((measure, at) => panel(sizes, measure, at * (PANEL.width + PANEL.gap)));
  const title = `Growth from ${short.format(sizes[0])} to ${short.format(sizes.at(-1))} tweets`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${PANEL.height}" width="${width}" height="${PANEL.height}" role="img" aria-label="${title}" font-family="sans-serif" font-size="11">
<rect width="100%" height="100%" fill="#fff"/>
${panels.join('\n')}
</svg>
`;
}

function panel(sizes, { title, values }, left) {
  const x = scaleLog([sizes[0], sizes.at(-1)], [left + EDGE.left, left + PANEL.width - EDGE.right]);
  const y = scaleLinear([0, Math.max(...values)], [PANEL.height - EDGE.bottom, EDGE.top]).nice(4);
  const points = sizes.map((size, at) => `${x(size).toFixed(1)},${y(values[at]).toFixed(1)}`);
  const lines = y
    .ticks(4)
    .map(
      (tick) =>
        `<line x1="${x.range()[0]}" x2="${x.range()[1]}" y1="${y(tick).toFixed(1)}" y2="${y(tick).toFixed(1)}" stroke="#ddd"/>` +
        `<text x="${x.range()[0] - 6}" y="${(y(tick) + 4).toFixed(1)}" text-anchor="end" fill="#555">${short.format(tick)}</text>`,
    );
  const names = sizes.map(
    (size) => `<text x="${x(size).toFixed(1)}" y="${PANEL.height - 10}" text-anchor="middle" fill="#555">${short.format(size)}</text>`,
  );
  const dots = points.map((point) => `<circle cx="${point.split(',')[0]}" cy="${point.split(',')[1]}" r="3" fill="#0b5394"/>`);
  return [
    `<text x="${left + EDGE.left}" y="16" font-weight="bold" fill="#222">${title}</text>`,
    ...lines,
    ...names,
    `<polyline points="${points.join(' ')}" fill="none" stroke="#0b5394" stroke-width="2"/>`,
    ...dots,
  ].join('\n');
}
