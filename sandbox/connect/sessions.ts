import type { Clock } from '../core/clock.ts';
import type { RandomBytes } from '../core/random.ts';
import { uuidFrom } from '../core/random.ts';
import type { VehicleSource } from '../core/state.ts';
import type { ConnectError } from './outcome.ts';
import type { ConnectRequest, ReturnAddress } from './request.ts';
import type { Language } from './texts.ts';

/** Why a run cannot go on; the user reads it and returns to the application with `error`. */
export type Problem = {
  error: ConnectError;
  /** What {@link Language} texts say about it, or a sentence of its own. */
  message: string;
  /** Sent only if the user agrees to share them. */
  vehicle?: { vin?: string; make?: string; model?: string; year?: string };
  /** Always sent. */
  details?: Record<string, string>;
};

/** The maker account that a user has logged in to. */
export type Account = {
  userId: string;
  sources: readonly VehicleSource[];
  apiError: string | null;
};

/** One run of Connect, kept on the server between its pages. */
export type ConnectSession = {
  id: string;
  startedAt: number;
  address: ReturnAddress;
  /** Undefined when the request was misconfigured and only its error page can be seen. */
  request: ConnectRequest | undefined;
  /** SHA-256 of the browser's cookie. */
  browser: string;
  country: string;
  language: Language;
  started: boolean;
  make: string | undefined;
  account: Account | undefined;
  problem: Problem | undefined;
};

export type ConnectSessions = {
  start: (session: Omit<ConnectSession, 'id' | 'startedAt'>) => ConnectSession;
  find: (id: string) => ConnectSession | undefined;
  end: (session: ConnectSession) => void;
  clear: () => void;
};

const LIFE_MS = 60 * 60_000;
const MOST = 500;

/** Keeps Connect runs in memory for an hour; the oldest go first when there are too many. */
export function createSessions(clock: Clock, random: RandomBytes): ConnectSessions {
  const sessions = new Map<string, ConnectSession>();
  return {
    start: (input) => {
      const oldest = sessions.keys().next();
      if (sessions.size >= MOST && !oldest.done) sessions.delete(oldest.value);
      const session = { ...input, id: uuidFrom(random(16)), startedAt: clock.now() };
      sessions.set(session.id, session);
      return session;
    },
    find: (id) => {
      const session = sessions.get(id);
      if (session && session.startedAt + LIFE_MS > clock.now()) return session;
      sessions.delete(id);
      return undefined;
    },
    end: (session) => {
      sessions.delete(session.id);
    },
    clear: () => sessions.clear(),
  };
}
