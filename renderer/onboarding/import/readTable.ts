import { type ParseResult, parse } from 'papaparse';
import { MOST_IMPORTED } from '../../../contract/importedCars.ts';
import type { TextTable } from './fields.ts';
import { guessMapping, isVinShaped } from './guessMapping.ts';

/** Characters per step, after each of which the progress is told. */
const STEP = 200_000;

/** A heading may stand above the cars. */
const MOST_ROWS = MOST_IMPORTED + 1;

/** Reads rows and cells of a text; which character separates the cells is found out. */
function parseRows(text: string, onProgress: (part: number) => void): TextTable {
  const rows: string[][] = [];
  let leftOut = 0;
  parse<string[]>(text, {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t', '|'],
    chunkSize: STEP,
    chunk({ data, meta }: ParseResult<string[]>) {
      for (const row of data) {
        if (rows.length < MOST_ROWS) rows.push(row);
        else leftOut += 1;
      }
      onProgress(Math.min(1, meta.cursor / text.length));
    },
    complete: () => onProgress(1),
  });
  return { rows, leftOut };
}

/** A row per VIN, for lists that are no table: VINs one after the other with anything in between. */
function splitWords({ rows, leftOut }: TextTable): TextTable {
  const words = rows.flat().flatMap((cell) => cell.split(/[\s,;|]+/).filter(Boolean));
  return {
    rows: words.slice(0, MOST_ROWS).map((word) => [word]),
    leftOut: leftOut + Math.max(0, words.length - MOST_ROWS),
  };
}

function holdsVin(cell: string): boolean {
  return cell.split(/\s+/).some(isVinShaped);
}

/** Whether VINs stand beside each other in a row: then the row is a list of them, and no car. */
function isListInRows({ rows }: TextTable): boolean {
  return rows.slice(0, 20).some((row) => row.filter(isVinShaped).length > 1);
}

/** Whether cells hold several VINs each. */
function isListInCells({ rows }: TextTable): boolean {
  return rows
    .slice(0, 20)
    .some((row) => row.some((cell) => cell.split(/\s+/).filter(isVinShaped).length > 1));
}

/** Reads a table, or any list of VINs, of a text. */
export function readTable(text: string, onProgress: (part: number) => void): TextTable {
  const table = parseRows(text, onProgress);
  const { mapping, hasHeadings } = guessMapping(table.rows);
  // A table may have two columns of VINs, which its headings then tell apart.
  if (hasHeadings) return table;
  const isList = mapping.vin === null || isListInRows(table) || isListInCells(table);
  return isList && table.rows.flat().some(holdsVin) ? splitWords(table) : table;
}
