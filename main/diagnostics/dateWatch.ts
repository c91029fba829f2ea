/** What Smartcar's answers say about this computer's clock. */
export interface DateWatch {
  /** Passes requests on, and looks at the `date` of what answers. */
  readonly fetch: typeof fetch;
  /** This computer's clock minus Smartcar's, in milliseconds; `null` before the first answer. */
  offsetMs(): number | null;
  /** When Smartcar answered last, in milliseconds since the epoch. */
  answeredAt(): number | null;
}

/** A `date` header (RFC 9110, 6.6.1) names whole seconds: on average half a second has passed since. */
const HALF_SECOND_MS = 500;

export interface DateWatchOptions {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** Whether an address is one of Smartcar's. */
  readonly isSmartcar: (address: URL) => boolean;
}

export function createDateWatch({ fetch, now, isSmartcar }: DateWatchOptions): DateWatch {
  let offset: number | null = null;
  let answered: number | null = null;

  function look(response: Response, sentAt: number): void {
    const at = now();
    answered = at;
    const date = Date.parse(response.headers.get('date') ?? '');
    if (Number.isNaN(date)) return;
    // The header was written somewhere between the request and its answer.
    offset = Math.round((sentAt + at) / 2 - (date + HALF_SECOND_MS));
  }

  return {
    async fetch(input, init) {
      const sentAt = now();
      const response = await fetch(input, init);
      const address = new URL(input instanceof Request ? input.url : input);
      if (isSmartcar(address)) look(response, sentAt);
      return response;
    },
    offsetMs: () => offset,
    answeredAt: () => answered,
  };
}
