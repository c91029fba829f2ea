import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ConnectOutcome } from '../../contract/connect.ts';
import { redact } from '../app/redact.ts';
import { CONNECT, connectorSetUp } from '../testing/connect.ts';
import { readCallback } from './callback.ts';
import type { ConnectSurface, PrepareTransport, SurfaceAnswer } from './transport.ts';

const RUNS = 100_000;
const REDIRECT_URIS = [
  'sc7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42://connect',
  'https://javascript-sdk.smartcar.com/v2/redirect?app_origin=https://fleet.example',
  'http://localhost:53682/callback',
] as const;

/** Stands in a generated address for the state of the attempt that it meets. */
const OWN_STATE = '«own state»';
/** In every generated value, so that no line of the log can hold one unseen. */
const MARK = 'zq';

const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('state', 'code', 'error') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'vin',
      'vehicle_id',
      'user_id',
      'status_code',
      'error_message',
      'virtual_key_url',
      'app_origin',
      'State',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
);
const value = fc.oneof(
  { weight: 4, arbitrary: fc.constant(OWN_STATE) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'access_denied',
      'vehicle_incompatible',
      '',
      'https://fleet.example',
    ),
  },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 24 }).map((text) => MARK + text) },
  { weight: 1, arbitrary: fc.webUrl() },
);

/** What stands before the query: the redirect URI, something that looks like it, or anything. */
const base = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...REDIRECT_URIS) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...REDIRECT_URIS),
        fc.constantFrom('/', '/x', '#', '%2e%2e', '@', ':80', '\\', ' ', '.', '%00', '?'),
      )
      .map((parts) => parts.join('')),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('about:blank', 'file:///etc/passwd', 'javascript:1', 'data:,x'),
  },
  { weight: 1, arbitrary: fc.webUrl() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
);

const pair = fc.tuple(name, value);

interface Generated {
  readonly base: string;
  readonly pairs: readonly (readonly [string, string])[];
  readonly raw: boolean;
}

const generated: fc.Arbitrary<Generated> = fc.record({
  base,
  pairs: fc.oneof(
    fc.array(pair, { maxLength: 5 }),
    fc.array(pair, { maxLength: 4 }).map((rest) => [['state', OWN_STATE] as const, ...rest]),
  ),
  raw: fc.boolean(),
});

function addressOf({ base: start, pairs, raw }: Generated, state: string): string {
  const write = (text: string) => {
    const filled = text.replaceAll(OWN_STATE, state);
    return raw ? filled : encodeURIComponent(filled.toWellFormed());
  };
  const query = pairs.map(([key, text]) => `${write(key)}=${write(text)}`).join('&');
  return `${start}${start.includes('?') ? '&' : '?'}${query}`;
}

const SUCCESS: ReadonlySet<ConnectOutcome['kind']> = new Set(['connected', 'partial_grant']);

test(`${RUNS} redirects neither crash nor succeed without the attempt’s own state nor reach the log`, async () => {
  const made = connectorSetUp();
  let answer: (answer: SurfaceAnswer) => void = () => undefined;
  let state = '';
  let redirectUri: string = REDIRECT_URIS[0];
  const opened: (() => void)[] = [];

  /** As the real surfaces do: every address goes through the one reader. */
  const surface = (expected: Parameters<typeof readCallback>[1]): ConnectSurface => {
    const { promise, resolve } = Promise.withResolvers<SurfaceAnswer>();
    answer = resolve;
    state = expected.state.reveal();
    return {
      answer: promise,
      focus: () => undefined,
      close: () => resolve({ kind: 'closed' }),
      receiveLink: (address) => {
        const callback = readCallback(address, expected);
        if (callback.kind === 'not_ours' || callback.kind === 'wrong_state') return false;
        resolve({ kind: 'callback', callback });
        return true;
      },
    };
  };
  const prepare: PrepareTransport = async () => ({
    ok: true,
    prepared: {
      redirectUri,
      release: () => undefined,
      open: ({ expected }) => {
        queueMicrotask(() => opened.shift()?.());
        return surface(expected);
      },
    },
  });
  const { target, lines } = made;
  const connector = made.connectorWith(prepare);

  async function start(uri: string): Promise<void> {
    redirectUri = uri;
    const isOpen = new Promise<void>((resolve) => void opened.push(resolve));
    expect(connector.start(target, CONNECT, 'custom_scheme').ok).toBe(true);
    await isOpen;
  }

  let successes = 0;
  let refusals = 0;
  await start(REDIRECT_URIS[0]);
  await fc.assert(
    fc.asyncProperty(generated, fc.constantFrom(...REDIRECT_URIS), async (one, uri) => {
      const address = addressOf(one, state);
      const carriesState = address.includes(state);
      // Read before the link is handed over: a success ends the attempt, and with it this state.
      const isWaitedFor = connector.receiveLink(address);
      if (!isWaitedFor) {
        refusals += 1;
        expect(connector.state().status).toBe('running');
        return;
      }
      await connector.idle();
      const ended = connector.state();
      if (ended.status !== 'finished') throw new Error(`still ${ended.status}`);
      expect(carriesState).toBe(true);
      if (SUCCESS.has(ended.outcome.kind)) successes += 1;
      await start(uri);
    }),
    { numRuns: RUNS },
  );
  answer({ kind: 'closed' });
  await connector.idle();

  // Otherwise the generator would prove nothing.
  expect(successes).toBeGreaterThan(100);
  expect(refusals).toBeGreaterThan(1000);
  const log = lines.join('\n');
  expect(log).not.toContain('?');
  expect(log).not.toContain(MARK);
  expect(redact(log)).toBe(log);
}, 180_000);
