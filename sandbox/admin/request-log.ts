/** One answered request. It never holds a query, header, body, token or code. */
export type LoggedRequest = {
  time: string;
  method: string;
  path: string;
  status: number;
  ms: number;
  clientId: string | null;
};

export type RequestLog = {
  add: (entry: LoggedRequest) => void;
  list: () => readonly LoggedRequest[];
  clear: () => void;
};

const KEPT = 2_000;

/** Keeps the latest requests in memory, oldest first. */
export function createRequestLog(): RequestLog {
  let entries: LoggedRequest[] = [];
  return {
    add: (entry) => {
      entries.push(entry);
      if (entries.length > 2 * KEPT) entries = entries.slice(-KEPT);
    },
    list: () => entries.slice(-KEPT),
    clear: () => {
      entries = [];
    },
  };
}

/** Hides the Connect session's id, which works like a cookie, from a path. */
export function loggablePath(path: string): string {
  return path.replace(/^\/connect\/[^/]+/, '/connect/:session');
}
