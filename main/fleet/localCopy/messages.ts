import type { DataWork, Keep } from '../../../contract/data.ts';
import type { FileTask } from './files/tasks.ts';
import type { LocalCopyOpening } from './localCopy.ts';
import type { Store, StoreChange } from './store.ts';

/** What the thread is started with. */
export interface ThreadData {
  readonly folder: string;
  /** Milliseconds since the epoch at the start. */
  readonly now: number;
  /** How long after a failed write the next is tried. */
  readonly retryMs: number;
}

/** Questions that the store answers as they are. */
export type Question =
  | 'count'
  | 'page'
  | 'packedPage'
  | 'first'
  | 'vehicles'
  | 'facts'
  | 'connections'
  | 'history'
  | 'trends'
  | 'smallLines'
  | 'calls'
  | 'callStats'
  | 'activity'
  | 'commands'
  | 'alerts'
  | 'imported'
  | 'unlabelled'
  | 'importedByVin'
  | 'importedNames'
  | 'queue'
  | 'pausedQueue'
  | 'bucket';

export type Request =
  | { readonly kind: 'ask'; readonly question: Question; readonly values: readonly unknown[] }
  | { readonly kind: 'save'; readonly change: StoreChange }
  | { readonly kind: 'thin'; readonly now: number; readonly keep: Keep | undefined }
  | { readonly kind: 'task'; readonly task: FileTask }
  | { readonly kind: 'stopTask' }
  | { readonly kind: 'distrust' }
  | { readonly kind: 'close' };

export interface Numbered {
  readonly id: number;
  readonly request: Request;
}

export type Repair = NonNullable<LocalCopyOpening['repair']>;

export type Told =
  | { readonly kind: 'opened'; readonly opening: LocalCopyOpening }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly error: unknown }
  | { readonly kind: 'written'; readonly worked: boolean }
  | { readonly kind: 'progress'; readonly work: DataWork | null }
  | { readonly kind: 'repaired'; readonly repair: Repair };

export type Arguments<Q extends Question> = Parameters<Store[Q]>;
export type Answer<Q extends Question> = ReturnType<Store[Q]>;
