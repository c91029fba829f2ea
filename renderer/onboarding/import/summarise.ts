import { brandOfCode } from '../../../contract/brands.ts';
import type { ImportBook } from './importBook.ts';
import type { BrandCars, ReportSummary, ReportView } from './report.ts';
import { CATEGORIES } from './report.ts';

/** The brands of the cars that Smartcar's lists can tell something of, those with most cars first. */
function brandsOf({ kinds }: ImportBook): readonly BrandCars[] {
  const found = new Map<string, { vins: string[]; count: number }>();
  for (const { make, vin, count } of kinds) {
    if (make === null || brandOfCode(make)?.phoneOnly) continue;
    const brand = found.get(make) ?? { vins: [], count: 0 };
    brand.vins.push(vin);
    brand.count += count;
    found.set(make, brand);
  }
  return [...found]
    .sort(([, one], [, other]) => other.count - one.count)
    .map(([make, { vins }]) => ({ make, vins }));
}

/** The report in numbers. */
export function summarise(book: ImportBook): ReportSummary {
  let mended = 0;
  let known = 0;
  for (let place = 0; place < book.size; place += 1) {
    const row = book.judged(place);
    if (row?.mended) mended += 1;
    if (row?.state === 'ok' && book.isKnown(row.vin)) known += 1;
  }
  return {
    total: book.size,
    leftOut: book.leftOut,
    counts: book.counts(),
    mended,
    known,
    fresh: book.cars().length - known,
    brands: brandsOf(book),
  };
}

/** By what rows are compared; numbers and texts are never mixed in one column. */
function keysOf(book: ImportBook, { sort }: ReportView): (place: number) => string | number {
  switch (sort) {
    case 'line':
      return (place) => place;
    case 'vin':
      return (place) => book.judged(place)?.vin ?? '';
    case 'brand':
      return (place) => book.row(place).make ?? '\uffff';
    case 'year':
      return (place) => book.row(place).year ?? Number.POSITIVE_INFINITY;
    case 'outcome':
      return (place) => CATEGORIES.indexOf(book.category(place));
  }
}

/** The places of the rows that a view shows, in its order. */
export function orderOf(book: ImportBook, view: ReportView): Uint32Array {
  const words = view.query.toLowerCase().split(/\s+/).filter(Boolean);
  const places: number[] = [];
  for (let place = 0; place < book.size; place += 1) {
    if (view.category !== 'all' && book.category(place) !== view.category) continue;
    const text = words.length === 0 ? '' : book.text(place);
    if (words.every((word) => text.includes(word))) places.push(place);
  }
  const keyOf = keysOf(book, view);
  const keys = new Map(places.map((place) => [place, keyOf(place)]));
  const turn = view.descending ? -1 : 1;
  places.sort((one, other) => {
    const a = keys.get(one) ?? 0;
    const b = keys.get(other) ?? 0;
    return a === b ? one - other : a < b ? -turn : turn;
  });
  return Uint32Array.from(places);
}
