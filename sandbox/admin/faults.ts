import * as z from 'zod';
import { ERRORS } from '../api/error-table.ts';
import { PERMISSIONS } from '../api/permissions.ts';
import { type Prng, seededRandom } from '../core/random.ts';

const MAX_DELAY_MS = 600_000;
const MAX_LAG_MS = 86_400_000;

const frequency = {
  /** How many matching requests it meets before it ends; without it, all. */
  count: z.number().int().positive().optional(),
  /** Chance from 0 to 1 that it meets a matching request. */
  probability: z.number().gt(0).max(1).optional(),
};
const delay = z.number().int().min(0).max(MAX_DELAY_MS);
const apiTarget = {
  /** Path below `/vehicles/{id}`, or `/vehicles`, `/user`, …; without it, every API path. */
  path: z.string().startsWith('/').optional(),
  method: z.enum(['GET', 'POST', 'DELETE']).optional(),
  vehicleId: z.string().optional(),
};
/** Pages of Connect, by the last part of their path. */
const CONNECT_STEPS = [
  'authorize',
  'reauthenticate',
  'start',
  'brands',
  'login',
  'popup',
  'grant',
  'problem',
] as const;
const connectTarget = {
  /** The page of Connect that it meets; without it, every one. */
  step: z.enum(CONNECT_STEPS).optional(),
};
const httpError = z.number().int().min(400).max(599);
/** What RFC 6749, section 4.1.2.1 allows in `error`. */
const oauthError = z.string().regex(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/);

/** A fault as the admin route and `--fault` take it. */
export const FaultInput = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('api-error'),
    error: z.string().refine((name) => ERRORS.has(name), 'must be TYPE:CODE of an API error'),
    retryAfter: z.number().int().positive().optional(),
    ...apiTarget,
    ...frequency,
  }),
  z.strictObject({ kind: z.literal('api-delay'), ms: delay, ...apiTarget, ...frequency }),
  /** Commands are accepted, and the car shows it only later. */
  z.strictObject({
    kind: z.literal('command-lag'),
    ms: z.number().int().min(0).max(MAX_LAG_MS),
    ...apiTarget,
    ...frequency,
  }),
  z.strictObject({ kind: z.literal('api-not-json'), ...apiTarget, ...frequency }),
  z.strictObject({ kind: z.literal('api-down'), ...apiTarget, ...frequency }),
  z.strictObject({ kind: z.literal('token-delay'), ms: delay, ...frequency }),
  z.strictObject({ kind: z.literal('token-not-json'), ...frequency }),
  z.strictObject({ kind: z.literal('token-down'), ...frequency }),
  z.strictObject({
    kind: z.literal('token-error'),
    status: httpError,
    error: z.string().min(1),
    description: z.string().optional(),
    ...frequency,
  }),
  z.strictObject({
    kind: z.literal('connect-error'),
    /** One of Smartcar's, or another one. */
    error: oauthError,
    /** Sent beside it; one of these names replaces what would be sent under it. */
    parameters: z.record(z.string().min(1), z.string()).optional(),
    ...frequency,
  }),
  z.strictObject({
    kind: z.literal('decline-permission'),
    permissions: z
      .array(z.string().refine((name) => PERMISSIONS.has(name), 'must be a permission'))
      .min(1),
    ...frequency,
  }),
  z.strictObject({ kind: z.literal('other-vehicle'), ...frequency }),
  z.strictObject({ kind: z.literal('popup-login'), ...frequency }),
  z.strictObject({ kind: z.literal('connect-down'), ...connectTarget, ...frequency }),
  z.strictObject({ kind: z.literal('connect-delay'), ms: delay, ...connectTarget, ...frequency }),
  z.strictObject({
    kind: z.literal('connect-status'),
    status: httpError,
    ...connectTarget,
    ...frequency,
  }),
]);

export type FaultInput = z.infer<typeof FaultInput>;
export type Fault = FaultInput & { id: number };
type Kind = FaultInput['kind'];
export type FaultOf<K extends Kind> = Extract<Fault, { kind: K }>;

/** What a request is, as far as faults care. */
export type FaultTarget = {
  path?: string | undefined;
  method?: string | undefined;
  vehicleId?: string | undefined;
  step?: string | undefined;
};

/** The faults that are switched on. */
export type Faults = {
  list: () => readonly Fault[];
  add: (fault: FaultInput) => Fault;
  remove: (id: number) => boolean;
  clear: () => void;
  /** The first fault of a kind that meets this request, counted down; undefined if none does. */
  take: <K extends Kind>(kind: K, target?: FaultTarget) => FaultOf<K> | undefined;
};

function matches(fault: Fault, target: FaultTarget): boolean {
  const wanted = fault as FaultTarget;
  return (['path', 'method', 'vehicleId', 'step'] as const).every(
    (key) => wanted[key] === undefined || wanted[key] === target[key],
  );
}

/** Keeps the faults; chances are drawn from the seed, so that a run can be repeated. */
export function createFaults(seed: number, initial: readonly FaultInput[] = []): Faults {
  const prng: Prng = seededRandom(seed, 'faults');
  let faults: Fault[] = [];
  let lastId = 0;
  const add = (input: FaultInput): Fault => {
    lastId += 1;
    const fault = { ...input, id: lastId };
    faults.push(fault);
    return fault;
  };
  initial.forEach(add);
  const remove = (id: number) => {
    const before = faults.length;
    faults = faults.filter((fault) => fault.id !== id);
    return faults.length < before;
  };
  return {
    list: () => faults,
    add,
    remove,
    clear: () => {
      faults = [];
    },
    take: <K extends Kind>(kind: K, target: FaultTarget = {}) => {
      const found = faults.find(
        (fault): fault is FaultOf<K> =>
          fault.kind === kind &&
          matches(fault, target) &&
          (fault.probability === undefined || prng.chance(fault.probability)),
      );
      if (found?.count !== undefined) {
        found.count -= 1;
        if (found.count === 0) remove(found.id);
      }
      return found;
    },
  };
}
