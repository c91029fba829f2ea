import type { Figure, Measured, Target } from './figure.ts';

/** One entry of `out/bench.json`. */
export interface Result {
  readonly name: string;
  /** `null` where it could not be measured. */
  readonly value: number | null;
  readonly unit: Target['unit'];
  readonly aim: number | null;
  /** Whether the aim was met; `null` where there is none. */
  readonly ok: boolean | null;
  readonly runs: readonly number[];
}

/** What a figure gave, beside its aims; `null` for a figure that could not be measured. */
export function resultsOf(
  { targets }: Figure,
  measured: Readonly<Record<string, Measured>> | null,
): Result[] {
  return Object.entries(targets).map(([name, { unit, aim }]) => {
    const { value = null, runs = [] } = measured?.[name] ?? {};
    const ok = aim === null ? null : value !== null && value <= aim;
    return { name, value, unit, aim, ok, runs };
  });
}

function inUnit(value: number, unit: Target['unit']): string {
  return unit === 'ratio'
    ? `${value.toFixed(2)} ×`
    : `${value.toFixed(value < 10 ? 1 : 0)} ${unit}`;
}

function range(runs: readonly number[], unit: Target['unit']): string {
  if (runs.length < 2) return '';
  const low = inUnit(Math.min(...runs), unit);
  return ` (${runs.length} runs, ${low} to ${inUnit(Math.max(...runs), unit)})`;
}

/** A line for the person at the screen. */
export function inWords(what: string, { value, unit, aim, ok, runs }: Result): string {
  if (value === null) return `✗ ${what}: not measured`;
  const mark = { true: '✓', false: '✗', null: ' ' }[`${ok}`];
  const aimed = aim === null ? '' : `; aim ${inUnit(aim, unit)} or less${ok ? '' : ', MISSED'}`;
  return `${mark} ${what}: ${inUnit(value, unit)}${range(runs, unit)}${aimed}`;
}
