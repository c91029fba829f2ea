/**
 * What a request answers: a value, or a failure from the closed union that belongs to the request.
 * Failures are values because Electron strips errors down to their message on the way.
 */
export type Result<T, Failure extends string = never> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };
