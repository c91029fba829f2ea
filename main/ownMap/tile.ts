import type { OwnMapFailure } from '../../contract/ownMap.ts';

/** One square of a map. */
export interface Tile {
  /** Its media type. */
  readonly type: string;
  readonly body: ArrayBuffer;
}

/** A tile or its whole map could not be had. */
export class OwnMapError extends Error {
  readonly failure: OwnMapFailure;

  constructor(failure: OwnMapFailure) {
    super(failure);
    this.name = 'OwnMapError';
    this.failure = failure;
  }
}
