import { ERRORS } from '../../sandbox/api/error-table.ts';

/** One of the errors that Smartcar documents, as `TYPE:CODE` or `TYPE`. */
export interface DocumentedError {
  readonly name: string;
  readonly type: string;
  readonly code: string | null;
  readonly status: number;
}

/** All that Smartcar's "API errors" pages list, as the sandbox answers them. */
export const DOCUMENTED_ERRORS: readonly DocumentedError[] = [...ERRORS].map(
  ([name, { type, code, status }]) => ({ name, type, code, status }),
);
