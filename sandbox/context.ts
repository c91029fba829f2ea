import type { HttpBindings } from '@hono/node-server';
import type { Faults } from './admin/faults.ts';
import type { RequestLog } from './admin/request-log.ts';
import type { Limits } from './api/limits.ts';
import type { ConnectSessions } from './connect/sessions.ts';
import type { Clock } from './core/clock.ts';
import type { RandomBytes } from './core/random.ts';
import type { Store } from './core/store.ts';
import type { Settings } from './options.ts';

/** The one application that is registered at the sandbox. */
export type Application = {
  clientId: string;
  clientSecret: string;
  /** Password of the management API. */
  managementToken: string;
  /** The first is the default. */
  redirectUris: readonly string[];
};

export type Origins = { connect: string; auth: string; api: string };

/** What the parts of the sandbox share. */
export type Context = {
  settings: Settings;
  application: Application;
  /** Known once the server listens. */
  origins: Origins;
  clock: Clock;
  random: RandomBytes;
  store: Store;
  faults: Faults;
  limits: Limits;
  log: RequestLog;
  sessions: ConnectSessions;
  /** Resolves after so many real milliseconds; rejects when the sandbox closes. */
  wait: (ms: number) => Promise<void>;
};

/** Hono's type parameters for every app here. */
export type Env = {
  Bindings: HttpBindings;
  Variables: { requestId: string; clientId: string | null };
};
