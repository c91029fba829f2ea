import { brandOfCode } from '../../../contract/brands.ts';
import type { EligibilityReport } from '../../../contract/eligibility.ts';
import { decodeVin, isNorthAmerican, type VinProblem, vinProblem } from '../../../contract/vin.ts';
import { type Mended, mendVin } from './mendVin.ts';

/** What can be said of a row by itself and by those before it. */
export type RowState = 'ok' | 'empty' | VinProblem | 'duplicate' | 'connected';

export type Verdict = Pick<EligibilityReport, 'likelihood' | 'reason' | 'capable' | 'missing'>;

/** Cars that no list of models can tell apart: of one brand and year, from the same part of the world. */
export interface CarKind {
  readonly make: string | null;
  readonly year: number | null;
  /** One of them, by which Smartcar's lists are asked about all. */
  readonly vin: string;
  readonly count: number;
  readonly verdict: Verdict;
}

export interface JudgedRow {
  /** As it should be; where it is none, as it stands in the list. */
  readonly vin: string;
  readonly state: RowState;
  readonly mended: Mended;
  /** The place of the row that has the same VIN first, for a duplicate. */
  readonly sameAs: number | null;
  /** The place of its kind; `null` where it is no car's VIN. */
  readonly kind: number | null;
}

export interface Judge {
  /** Judges the next row by its cell. */
  next(cell: string): JudgedRow;
  readonly kinds: CarKind[];
}

export interface JudgeOptions {
  /** VINs of vehicles that are connected. */
  readonly connected: ReadonlySet<string>;
  /** The calendar year now. */
  readonly thisYear: number;
}

/** What the VIN alone says, before anybody is asked. */
function firstVerdict(make: string | null): Verdict {
  const nothing = { capable: [], missing: [] };
  if (make === null) return { likelihood: 'unknown', reason: 'brand_unknown', ...nothing };
  return brandOfCode(make)?.phoneOnly
    ? { likelihood: 'unlikely', reason: 'phone_only', ...nothing }
    : { likelihood: 'unknown', reason: 'not_checked', ...nothing };
}

/** Judges rows one after the other: each VIN counts once, and what the fleet has is not asked for. */
export function createJudge({ connected, thisYear }: JudgeOptions): Judge {
  const seen = new Map<string, number>();
  const kinds: CarKind[] = [];
  const kindOf = new Map<string, number>();
  let place = -1;

  function kindFor(vin: string): number {
    const decoded = decodeVin(vin, thisYear);
    const make = decoded?.brand?.code ?? null;
    const year = decoded?.year ?? null;
    const key = `${make} ${year} ${isNorthAmerican(vin)}`;
    const at = kindOf.get(key) ?? kinds.length;
    kindOf.set(key, at);
    const kind = kinds[at] ?? { make, year, vin, count: 0, verdict: firstVerdict(make) };
    kinds[at] = { ...kind, count: kind.count + 1 };
    return at;
  }

  return {
    kinds,
    next(cell) {
      place += 1;
      const { vin, mended } = mendVin(cell);
      if (vin === '') return { vin, state: 'empty', mended: null, sameAs: null, kind: null };
      const problem = vinProblem(vin);
      if (problem !== null) {
        return { vin: cell.trim(), state: problem, mended: null, sameAs: null, kind: null };
      }
      const first = seen.get(vin);
      if (first !== undefined) {
        return { vin, state: 'duplicate', mended, sameAs: first, kind: null };
      }
      seen.set(vin, place);
      const state = connected.has(vin) ? 'connected' : 'ok';
      return { vin, state, mended, sameAs: null, kind: state === 'ok' ? kindFor(vin) : null };
    },
  };
}
