/** What a process that refreshes tokens is told, as JSON on its stdin: arguments are for everyone to read. */
export interface Orders {
  readonly sandbox: {
    readonly origin: string;
    readonly clientId: string;
    readonly clientSecret: string;
  };
  /** Name of its entries in the keychain. */
  readonly service: string;
  readonly connections: readonly string[];
  /** Codes that are exchanged and kept first, one per connection named. */
  readonly codes: Readonly<Record<string, string>>;
  readonly redirectUri: string;
  /**
   * `once`: one refresh of all connections. `lost_answer`: the same, but each first answer is lost on
   * the way. `forever`: one refresh after the other. `none`: only the proof.
   */
  readonly work: 'once' | 'lost_answer' | 'forever' | 'none';
  /** At which step of the work it kills itself; 0 is the first. */
  readonly killAt: number | null;
}

/** A moment in a refresh. `…ing` is while something is under way. */
export type Step =
  | 'before reading'
  | 'reading'
  | 'read'
  | 'before the secret'
  | 'before the request'
  | 'requesting'
  | 'headers'
  | 'body'
  | 'before writing'
  | 'writing'
  | 'written'
  | 'counted'
  | 'handed out';

/** How a connection is found after a start. */
export type Found = 'works' | 'reconnect' | 'tokens_unavailable' | 'offline' | 'refused';

/** What it tells, one line of JSON each. */
export type Line =
  | { readonly event: 'found'; readonly connections: Readonly<Record<string, Found>> }
  | { readonly event: 'working' }
  | { readonly event: 'killing'; readonly step: Step }
  | { readonly event: 'done'; readonly steps: readonly Step[] };
