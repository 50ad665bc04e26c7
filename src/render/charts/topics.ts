/** Topics over time: a row a topic, a column a year, a circle as large as it was often. */
import { scalePoint, scaleSqrt } from 'd3-scale';
import { type Html, markup } from '../html/template.ts';
import { harmless } from '../safe.ts';
import { count } from '../words.ts';

/** A topic and in how many sessions of each year it was there. */
export interface TopicYears {
  readonly topic: string;
  readonly years: ReadonlyMap<number, number>;
}

const WIDTH = 640;
const ROW = 26;
const EDGE = { top: 24, left: 210, right: 24 };
const LETTERS = 32;

/** The chart, with what it shows in its label; nothing for fewer than two years, which is no time for a change. */
export function topicsChart(topics: readonly TopicYears[]): Html {
  const known = topics.flatMap(({ years }) => [...years.keys()]);
  const [first, last] = [Math.min(...known), Math.max(...known)];
  if (topics.length === 0 || first === last) return markup``;
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const x = scalePoint(years, [EDGE.left, WIDTH - EDGE.right]).padding(0.5);
  const most = Math.max(...topics.flatMap((topic) => [...topic.years.values()]));
  const radius = scaleSqrt([0, most], [0, ROW / 2 - 2]);
  const rows = topics.map(({ topic, years: own }, row) => {
    const middle = EDGE.top + row * ROW + ROW / 2;
    const dots = [...own].map(
      ([year, times]) =>
        markup`<circle class="dot" cx="${Math.round(x(year) ?? 0)}" cy="${middle}" r="${Math.round(radius(times) * 10) / 10}"><title>${topic}, ${year}: ${count(times, 'session')}</title></circle>`,
    );
    return markup`<line class="grid" x1="${EDGE.left}" x2="${WIDTH - EDGE.right}" y1="${middle}" y2="${middle}"/><text x="0" y="${middle + 4}">${short(topic)}</text>${dots}`;
  });
  const heads = years.map((year) => markup`<text text-anchor="middle" x="${Math.round(x(year) ?? 0)}" y="14">${year}</text>`);
  const label = `Topics by year. ${topics.map(({ topic, years: own }) => `${harmless(topic)}: ${[...own].map(([year, times]) => `${year} ${count(times, 'session')}`).join(', ')}`).join('; ')}`;
  return markup`<svg class="chart" role="img" viewBox="0 0 ${WIDTH} ${EDGE.top + topics.length * ROW + 4}" aria-label="${label}">${heads}${rows}</svg>\n`;
}

function short(topic: string): string {
  const letters = [...harmless(topic)];
  return letters.length <= LETTERS ? letters.join('') : `${letters.slice(0, LETTERS - 1).join('')}…`;
}
