import { useEffect, useState } from 'react';
import type { ReportRow } from './report.ts';
import { session } from './session.ts';

/** Rows are asked for in pieces of this, so that scrolling asks seldom. */
const PIECE = 50;

const NONE: ReadonlyMap<number, ReportRow> = new Map();

/** The rows of the report around those in view, by their place in it; those that come are missing. */
export function useReportRows(
  from: number,
  to: number,
  version: number,
): ReadonlyMap<number, ReportRow> {
  const [rows, setRows] = useState(NONE);
  const first = Math.floor(from / PIECE) * PIECE;
  const last = Math.ceil(to / PIECE) * PIECE;
  useEffect(() => {
    // What was asked for an older view would stand in the wrong place.
    let isWanted = version >= 0 && last > first;
    if (isWanted) {
      session.rows(first, last).then(
        (found) => {
          if (isWanted) setRows(new Map(found.map((row, at) => [first + at, row])));
        },
        () => undefined,
      );
    }
    return () => {
      isWanted = false;
    };
  }, [first, last, version]);
  return rows;
}
