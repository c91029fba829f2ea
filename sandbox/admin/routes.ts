import { Hono, type Context as HonoContext } from 'hono';
import * as z from 'zod';
import { ERRORS } from '../api/error-table.ts';
import type { Context, Env } from '../context.ts';
import { listConnections } from '../fleet/registry.ts';
import { expireAccessTokens, expireRefreshTokens } from '../oauth/grants.ts';
import { isLoopback } from '../options.ts';
import { FaultInput } from './faults.ts';

export const ADMIN_PATH = '/__admin';

const AddFaults = z.union([FaultInput, z.array(FaultInput)]);
const Advance = z.strictObject({
  ms: z
    .number()
    .int()
    .min(0)
    .max(10 * 365 * 86_400_000),
});

const Fail = z.strictObject({
  /** `TYPE:CODE` of an API error; null ends it. */
  error: z
    .string()
    .refine((name) => ERRORS.has(name), 'must be TYPE:CODE of an API error')
    .nullable(),
});

const Charge = z.strictObject({
  /** Fraction of the usable capacity. */
  level: z.number().min(0).max(1),
});

type Call = HonoContext<Env>;

async function readJson<T>(c: Call, schema: z.ZodType<T>): Promise<T | Response> {
  let body: unknown;
  try {
    body = await c.req.json();
  } catch {
    return c.json({ error: 'the body is not JSON' }, 400);
  }
  const result = schema.safeParse(body);
  return result.success ? result.data : c.json({ error: z.prettifyError(result.error) }, 400);
}

const hostOf = (header: string | undefined) => (header ?? '').replace(/:\d+$/, '');

/** The control desk for tests: state, faults, clock, request log. See the sandbox's README. */
export function adminRoutes(ctx: Context): Hono<Env> {
  const app = new Hono<Env>({ strict: false });

  // A web page must not reach this: browsers send Origin with writes, and a rebound DNS name
  // would show in Host.
  app.use('*', async (c, next) => {
    const isPage = c.req.header('origin') !== undefined;
    const remote = c.env.incoming.socket.remoteAddress ?? '';
    const isLocal = isLoopback(remote.replace(/^::ffff:/, ''));
    if (isPage || !isLocal || !isLoopback(hostOf(c.req.header('host')))) {
      return c.json({ error: 'only local tools may use this' }, 403);
    }
    c.header('cache-control', 'no-store');
    return next();
  });

  app.get('/', (c) => {
    const { state } = ctx.store;
    const count = (all: object) => Object.keys(all).length;
    const { seed, vehicles } = ctx.settings;
    return c.json({
      time: new Date(ctx.clock.now()).toISOString(),
      clockOffset: ctx.clock.offset(),
      seed,
      vehicles,
      managementToken: ctx.application.managementToken,
      codes: count(state.codes),
      accessTokens: count(state.accessTokens),
      refreshTokens: count(state.refreshTokens),
      connections: state.connections,
      vehicleChanges: Object.fromEntries(
        Object.entries(state.vehicles).map(([id, { changes }]) => [id, changes]),
      ),
      faults: ctx.faults.list(),
    });
  });

  app.get('/requests', (c) => c.json({ requests: ctx.log.list() }));
  app.delete('/requests', (c) => {
    ctx.log.clear();
    return c.json({ status: 'success' });
  });

  app.get('/faults', (c) => c.json({ faults: ctx.faults.list() }));
  app.post('/faults', async (c) => {
    const input = await readJson(c, AddFaults);
    if (input instanceof Response) return input;
    return c.json({ faults: [input].flat().map(ctx.faults.add) });
  });
  app.delete('/faults', (c) => {
    ctx.faults.clear();
    return c.json({ faults: [] });
  });
  app.delete('/faults/:id', (c) => {
    const removed = ctx.faults.remove(Number(c.req.param('id')));
    return c.json({ faults: ctx.faults.list() }, removed ? 200 : 404);
  });

  app.post('/clock/advance', async (c) => {
    const input = await readJson(c, Advance);
    if (input instanceof Response) return input;
    ctx.clock.advance(input.ms);
    ctx.store.state.clockOffset = ctx.clock.offset();
    ctx.store.changed();
    return c.json({ time: new Date(ctx.clock.now()).toISOString() });
  });

  app.post('/expire-access-tokens', (c) => c.json({ expired: expireAccessTokens(ctx) }));
  app.post('/expire-refresh-tokens', (c) => c.json({ expired: expireRefreshTokens(ctx) }));

  app.post('/vehicles/:id/fail', async (c) => {
    const input = await readJson(c, Fail);
    if (input instanceof Response) return input;
    const connections = listConnections(ctx, { vehicleId: c.req.param('id') });
    if (connections.length === 0) return c.json({ error: 'no such vehicle is connected' }, 404);
    for (const connection of connections) connection.apiError = input.error;
    ctx.store.changed();
    return c.json({ connections });
  });

  app.post('/vehicles/:id/charge', async (c) => {
    const input = await readJson(c, Charge);
    if (input instanceof Response) return input;
    const known = ctx.store.state.vehicles[c.req.param('id')];
    if (!known) return c.json({ error: 'no such vehicle' }, 404);
    const at = ctx.clock.now();
    known.changes.charge = { at, level: input.level, mode: 'STOPPED' };
    known.changes.commandAt = at;
    ctx.store.changed();
    return c.json({ changes: known.changes });
  });

  app.post('/reset', async (c) => {
    ctx.store.reset();
    ctx.sessions.clear();
    ctx.faults.clear();
    ctx.limits.clear();
    ctx.log.clear();
    await ctx.store.flush();
    return c.json({ status: 'success' });
  });

  return app;
}
