/** The curve of an hour, minute by minute, as inline SVG with its questions marked. */
import { scaleLinear } from 'd3-scale';
import { area, curveMonotoneX, line } from 'd3-shape';
import type { Hour } from '../../recap-views.ts';
import { type Html, markup } from '../html/template.ts';
import { clock, count, isEvening, moment } from '../words.ts';

const WIDTH = 640;
const HEIGHT = 150;
const EDGE = { top: 26, right: 8, bottom: 22, left: 30 };

/** A figure: the curve, a mark for each question, the clock below; what it shows is also said in words. */
export function hourChart(hour: Hour, zone: string): Html {
  const { bars, marks } = hour;
  const most = Math.max(...bars);
  const total = bars.reduce((sum, tweets) => sum + tweets, 0);
  if (most === 0) return markup``;
  const x = scaleLinear([0, bars.length], [EDGE.left, WIDTH - EDGE.right]);
  const y = scaleLinear([0, most], [HEIGHT - EDGE.bottom, EDGE.top]).nice(3);
  const points = bars.map((tweets, bar): [number, number] => [x(bar + 0.5), y(tweets)]);
  const shape = area(
    ([left]) => left,
    y(0),
    ([, top]) => top,
  )
    .curve(curveMonotoneX)
    .digits(1)(points);
  const edge = line().curve(curveMonotoneX).digits(1)(points);
  const words = (bar: number): string => timeWords(bar, hour, zone);
  const asked = marks.map((mark) => `${mark.label} ${words(mark.bar)}`).join(', ');
  const label = `${hourCaption(hour)} from ${words(0)} to ${words(bars.length)}: ${count(total, 'tweet')}, at most ${most} in one${asked === '' ? '' : `; questions at ${asked}`}`;
  const grid = y
    .ticks(3)
    .filter(Number.isInteger)
    .map(
      (tick) =>
        markup`<line class="grid" x1="${EDGE.left}" x2="${WIDTH - EDGE.right}" y1="${rounded(y(tick))}" y2="${rounded(y(tick))}"/><text class="axis" text-anchor="end" x="${EDGE.left - 5}" y="${rounded(y(tick) + 4)}">${tick}</text>`,
    );
  const clocks = [0, 15, 30, 45, 60].map(
    (bar) =>
      markup`<text class="axis" text-anchor="${bar === 0 ? 'start' : bar === 60 ? 'end' : 'middle'}" x="${rounded(x(bar))}" y="${HEIGHT - 6}">${words(bar).replace(/ [ap]\.m\.$/, '')}</text>`,
  );
  const questions = apart(marks).map(
    ({ label: name, bar, row }) =>
      markup`<line class="mark" x1="${rounded(x(bar))}" x2="${rounded(x(bar))}" y1="${14 + row * 11}" y2="${HEIGHT - EDGE.bottom}"/><text class="label" x="${rounded(x(bar) + 2)}" y="${11 + row * 11}">${name.slice(0, 5)}</text>`,
  );
  return markup`<svg class="chart" role="img" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-label="${label}">${grid}<path class="area" d="${shape ?? ''}"/><path class="edge" d="${edge ?? ''}"/>${questions}${clocks}</svg>\n`;
}

/** What the bars of an hour count: `Tweets in each minute`. */
export function hourCaption({ startsAt, endsAt, bars }: Hour): string {
  return (endsAt - startsAt) / bars.length === 60_000 ? 'Tweets in each minute' : 'Tweets over time';
}

function timeWords(bar: number, hour: Hour, zone: string): string {
  const at = hour.startsAt + (bar * (hour.endsAt - hour.startsAt)) / hour.bars.length;
  return isEvening(hour) ? clock(at, zone) : moment(at, zone, null);
}

// Labels that would touch take turns on two lines.
function apart(marks: Hour['marks']): { label: string; bar: number; row: number }[] {
  let last = -Infinity;
  let row = 0;
  return marks.map((mark) => {
    row = mark.bar - last < 3 ? 1 - row : 0;
    last = mark.bar;
    return { ...mark, row };
  });
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
