import type { Report } from '../setup/report.mjs';
import type { Machine } from './firstPaint.ts';

/** What a figure is measured with. */
export interface Bench {
  readonly report: Report;
  readonly machine: Machine;
  /** For profiles and alike; gone at the end. */
  readonly folder: string;
}

/** One number that a figure gives. */
export interface Target {
  readonly name: string;
  /** In words, for the person at the screen. */
  readonly what: string;
  readonly unit: 'ms' | 'ratio' | 'MB' | 'KB';
  /** The most that it may be; `null` for a number that only explains another one. */
  readonly aim: number | null;
}

export interface Measured {
  readonly value: number;
  /** The single measurements that the value sums up; none where it is made of two others. */
  readonly runs: readonly number[];
}

/** Something that is measured in one go. */
export interface Figure<N extends string = string> {
  /** By which `npm run bench -- <name>` chooses it. */
  readonly name: string;
  readonly targets: { readonly [K in N]: Omit<Target, 'name'> };
  measure(bench: Bench): Promise<Readonly<Record<N, Measured>>>;
}
