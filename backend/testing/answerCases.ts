import { type Answer, json } from './backend.ts';
import {
  askDefective,
  askerOf,
  type Call,
  type Changes,
  PATHS,
  type Path,
  send,
  type World,
} from './calls.ts';

/** A way to an answer that the contract lists. */
export interface AnswerCase {
  /** As the contract lists it: `GET /v1/application 200`. */
  readonly listedAs: string;
  readonly why: string;
  /** Member `code` of a problem; `null` for success. */
  readonly code: string | null;
  readonly answer: (world: World) => Promise<Answer>;
}

type Row = readonly [
  status: number,
  code: string | null,
  why: string,
  answer: AnswerCase['answer'],
];

function casesOf(name: string, rows: readonly Row[]): readonly AnswerCase[] {
  return rows.map(([status, code, why, answer]) => {
    return { listedAs: `${name} ${status}`, why, code, answer };
  });
}

const APPLICATION: Call = { method: 'GET', path: '/v1/application' };

/** What every path below `/v1` may answer. */
function staffRows(good: Path['good']): readonly Row[] {
  return [
    [200, null, 'all is well', async (world) => send(world, await good(world))],
    [
      401,
      'unauthorized',
      'no staff token',
      async (world) => send(world, await good(world), await askerOf(world, {}, null)),
    ],
    [
      429,
      'rate_limited',
      'too many requests with this token',
      async (world) => {
        const call = await good(world);
        const ask = await askerOf(world, { rateLimitPerMinute: 1 });
        await send(world, APPLICATION, ask);
        return send(world, call, ask);
      },
    ],
    [500, 'internal', 'a defect', async (world) => askDefective(await good(world))],
  ];
}

/** Asks while Smartcar's stand-in has a fault. */
function duringFault({ good, faults }: Path, what: string, more: object = {}, changes?: Changes) {
  return async (world: World) => {
    const call = await good(world);
    await world.sandbox.admin('POST', '/faults', { kind: `${faults}-${what}`, ...more });
    return send(world, call, await askerOf(world, changes));
  };
}

/** Asks a backend that is not as it should be. */
function withChanges({ good }: Path, changes: Changes) {
  return async (world: World) => send(world, await good(world), await askerOf(world, changes));
}

/** What every path that asks Smartcar may answer. */
function smartcarRows(path: Path): readonly Row[] {
  const slow = { ms: 60_000 };
  return [
    [400, 'invalid_request', 'not what the contract says', (world) => send(world, path.bad)],
    [502, 'smartcar_unreachable', 'Smartcar is away', duringFault(path, 'down')],
    [502, 'smartcar_unreadable', 'Smartcar answers a page', duringFault(path, 'not-json')],
    [502, 'invalid_client', 'a wrong secret', withChanges(path, { clientSecret: 'another' })],
    [
      504,
      'smartcar_timed_out',
      'Smartcar is slow',
      duringFault(path, 'delay', slow, { smartcarTimeoutMs: 60 }),
    ],
  ];
}

/** What the paths at the token endpoint may answer besides. */
function tokenRows(path: Path): readonly Row[] {
  const { good, bad } = path;
  const refusal = (error: string) => duringFault(path, 'error', { status: 400, error });
  return [
    [400, 'invalid_grant', 'used up or unknown', refusal('invalid_grant')],
    [403, 'unauthorized_client', 'not for this brand', refusal('unauthorized_client')],
    [502, 'smartcar_refused', 'any other refusal', refusal('odd')],
    [
      413,
      'invalid_request',
      'a body too large',
      (world) => send(world, { ...bad, init: json('x'.repeat(70_000)) }),
    ],
    [
      415,
      'invalid_request',
      'not JSON',
      async (world) => send(world, { ...(await good(world)), init: { body: 'code=1' } }),
    ],
  ];
}

/** What the paths at the API may answer besides. */
function apiRows(path: Path): readonly Row[] {
  const refusal = (status: number, type: string, code: string) =>
    withChanges(path, { fetch: async () => Response.json({ type, code }, { status }) });
  const nothing = path.name.endsWith('matrix') ? 'make=LADA' : 'country=BR';
  return [
    [429, 'rate_limited', 'asked too often', refusal(429, 'RATE_LIMIT', 'SMARTCAR_API')],
    [502, 'smartcar_refused', 'not in the plan', refusal(430, 'BILLING', 'INVALID_PLAN')],
    [400, 'invalid_request', 'not to be asked so', refusal(400, 'VALIDATION', 'PARAMETER')],
    [
      200,
      null,
      'nothing fits',
      async (world) => {
        const call = await path.good(world);
        return send(world, { ...call, path: `${call.path}&${nothing}` });
      },
    ],
  ];
}

const health = async (world: World) =>
  send(world, { method: 'GET', path: '/healthz' }, await askerOf(world, {}, null));

/** At least one case for each answer that the contract lists. */
export const ANSWER_CASES: readonly AnswerCase[] = [
  ...casesOf('GET /healthz', [[200, null, 'it runs', health]]),
  ...casesOf(
    'GET /v1/application',
    staffRows(async () => APPLICATION),
  ),
  ...PATHS.flatMap((path) =>
    casesOf(path.name, [
      ...staffRows(path.good),
      ...smartcarRows(path),
      ...(path.faults === 'token' ? tokenRows(path) : apiRows(path)),
    ]),
  ),
];
