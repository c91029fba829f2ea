import type { TFunction } from 'i18next';
import {
  type Amount,
  amountWords,
  formatCount,
  formatDistance,
  formatFraction,
  formatPressure,
  formatVolume,
} from '../../format/amount.ts';
import { listText } from '../../format/list.ts';
import { dayText, exactTime } from '../../format/time.ts';
import { digitsOf, sizeOf } from '../../format/units.ts';
import { type Measure, QUANTITY, type Trend, type TrendPart, type TrendPoint } from './trend.ts';

/** A number of a chart with its unit, as everywhere else. */
export function amountOf(measure: Measure, number: number): Amount {
  switch (measure) {
    case 'km':
      return formatDistance(number);
    case 'litres':
      return formatVolume(number);
    case 'kpa':
      return formatPressure(number);
    case 'fraction':
      return formatFraction(number);
  }
}

/** How fine the shown numbers are; a change is one between shown numbers. */
function stepsOf(measure: Measure): number {
  if (measure === 'fraction') return 100;
  const quantity = QUANTITY[measure];
  return 10 ** digitsOf(quantity) / sizeOf(quantity);
}

/** What lies between two numbers as they are shown. */
export function changeBetween(measure: Measure, from: number, to: number): number {
  const steps = stepsOf(measure);
  return (Math.round(to * steps) - Math.round(from * steps)) / steps;
}

/** A change without its direction: percent of a tank are points, since a tenth of 50 % would be 5 %. */
function changeWords(t: TFunction, measure: Measure, change: number): string {
  const size = Math.abs(change);
  return measure === 'fraction'
    ? t('trends.points', { count: Math.round(size * 100), value: formatCount(size * 100) })
    : amountWords(amountOf(measure, size));
}

/** The change of a whole line in a few characters, e.g. "+1,020 km". */
export function changeText(t: TFunction, measure: Measure, change: number): string {
  if (change === 0) return t('trends.same');
  return (change > 0 ? '+' : '\u2212') + changeWords(t, measure, change);
}

/** A line's name; only needed where there are several. */
export function partName(t: TFunction, part: TrendPart): string {
  return part === 'value' ? t('trends.value') : t(`value.tires.${part}`);
}

/** The values of one moment, e.g. "Front left 240 kPa, Front right 238 kPa". */
function pointText(t: TFunction, { measure, parts }: Trend, { numbers }: TrendPoint): string {
  const words = numbers.map((number) => amountWords(amountOf(measure, number)));
  if (parts.length === 1) return words.join();
  return listText(
    parts.map((part, at) => t('trends.named', { name: partName(t, part), value: words[at] })),
  );
}

/** The cursor's words: when, and what it was. */
export function momentText(t: TFunction, trend: Trend, point: TrendPoint): string {
  const time = exactTime(new Date(point.moment).toISOString());
  return t('trends.at', { time, value: pointText(t, trend, point) });
}

/** From where to where each line went, by how much, and of how many values: what a chart shows at a glance. */
export function summaryText(t: TFunction, trend: Trend, now: number): string {
  const { points, measure, parts, kind, total } = trend;
  const [first, last] = [points[0], points.at(-1)];
  const name = t(`trends.kind.${kind}`);
  if (!first || !last) return name;
  const day = ({ moment }: TrendPoint) => dayText(new Date(moment).toISOString(), now);
  if (first === last) {
    return t('trends.oneValue', { name, value: pointText(t, trend, first), day: day(first) });
  }
  const courses = parts.map((part, at) => {
    const [from, to] = [first.numbers[at] ?? 0, last.numbers[at] ?? 0];
    const change = changeBetween(measure, from, to);
    const direction = change === 0 ? 'level' : change > 0 ? 'up' : 'down';
    return t(`trends.course.${direction}`, {
      name: part === 'value' ? name : partName(t, part),
      from: amountWords(amountOf(measure, from)),
      to: amountWords(amountOf(measure, to)),
      change: changeWords(t, measure, change),
    });
  });
  return t('trends.summary', {
    courses: courses.join('; '),
    from: day(first),
    to: day(last),
    values: t('trends.values', { count: total, value: formatCount(total) }),
  });
}
