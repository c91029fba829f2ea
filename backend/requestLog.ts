/** One handled request. */
export interface RequestLogEntry {
  /** When it came, ISO 8601. */
  readonly time: string;
  readonly requestId: string;
  /** Whose token it carried; null where it carried none that is valid. */
  readonly staff: string | null;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly ms: number;
}

const KNOWN_PATHS = new Set([
  '/healthz',
  '/v1/application',
  '/v1/exchange',
  '/v1/refresh',
  '/v1/compatibility',
  '/v1/compatibility/matrix',
]);

/** The path as it may be logged. Of others nothing is kept: a mistyped one may hold a code or VIN. */
export const loggablePath = (path: string): string => (KNOWN_PATHS.has(path) ? path : '(unknown)');

/** The log's line, without the line's end. */
export function logLine(entry: RequestLogEntry): string {
  // Spelled out, so that nothing else can come along.
  const { time, requestId, staff, method, path, status, ms } = entry;
  return JSON.stringify({ time, requestId, staff, method, path, status, ms });
}
