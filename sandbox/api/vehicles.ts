import { Hono, type Context as HonoContext } from 'hono';
import type { Context, Env } from '../context.ts';
import { disconnect, findVehicle, listConnections } from '../fleet/registry.ts';
import {
  authenticate,
  type Caller,
  findEndpoint,
  meetFault,
  type Opened,
  openVehicle,
  reachVehicle,
} from './access.ts';
import { performBatch } from './batch.ts';
import { performCommand } from './commands.ts';
import { ApiError } from './errors.ts';
import { isManagement } from './management.ts';
import { pageOf } from './paging.ts';
import { readEndpoint } from './reads.ts';
import { readUnitSystem } from './units.ts';

const MAX_PAGE = 50;
type Call = HonoContext<Env>;

async function readJson(c: Call): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    throw new ApiError('VALIDATION', { description: 'The body is not JSON.' });
  }
}

const vehicleIdOf = (c: Call) => c.req.param('id') ?? '';

function pathBelowVehicle(c: Call): string {
  const below = c.req.path.split(`/vehicles/${vehicleIdOf(c)}`)[1] ?? '';
  return `/${below.replace(/^\/+|\/+$/g, '')}`;
}

/** Vehicle and account routes of the v2.0 API, below `/v2.0`. */
export function vehicleRoutes(ctx: Context): Hono<Env> {
  const app = new Hono<Env>({ strict: false });

  const caller = (c: Call): Caller => {
    const found = authenticate(ctx, c.req.header('authorization'));
    c.set('clientId', ctx.application.clientId);
    return found;
  };
  const open = (c: Call): Opened => openVehicle(ctx, caller(c), vehicleIdOf(c));

  app.get('/vehicles', (c) => {
    const { vehicleIds } = caller(c);
    meetFault(ctx, 'GET', '/vehicles');
    const { items, paging } = pageOf(vehicleIds, (name) => c.req.query(name), MAX_PAGE);
    return c.json({ vehicles: items, paging });
  });

  app.get('/user', (c) => {
    const { userId } = caller(c);
    meetFault(ctx, 'GET', '/user');
    return c.json({ id: userId });
  });

  app.get('/vehicles/:id/permissions', (c) => {
    const { connection, vehicle } = open(c);
    meetFault(ctx, 'GET', '/permissions', vehicle.id);
    const page = pageOf(connection.permissions, (name) => c.req.query(name), MAX_PAGE);
    return c.json({ permissions: page.items, paging: page.paging });
  });

  app.delete('/vehicles/:id/application', (c) => {
    if (isManagement(ctx, c.req.header('authorization'))) {
      if (!findVehicle(ctx, vehicleIdOf(c))) throw new ApiError('RESOURCE_NOT_FOUND:PATH');
      disconnect(ctx, listConnections(ctx, { vehicleId: vehicleIdOf(c) }));
      return c.json({ status: 'success' });
    }
    const { connection, vehicle } = open(c);
    meetFault(ctx, 'DELETE', '/application', vehicle.id);
    disconnect(ctx, [connection]);
    return c.json({ status: 'success' });
  });

  app.post('/vehicles/:id/webhooks/:webhookId', (c) => {
    const { connection, vehicle } = open(c);
    const webhookId = c.req.param('webhookId');
    meetFault(ctx, 'POST', '/webhooks', vehicle.id);
    if (!connection.webhooks.includes(webhookId)) connection.webhooks.push(webhookId);
    ctx.store.changed();
    return c.json({ webhookId, vehicleId: vehicle.id });
  });

  app.delete('/vehicles/:id/webhooks/:webhookId', (c) => {
    if (!isManagement(ctx, c.req.header('authorization'))) throw new ApiError('AUTHENTICATION');
    const connections = listConnections(ctx, { vehicleId: vehicleIdOf(c) });
    const webhookId = c.req.param('webhookId');
    const subscribed = connections.filter((one) => one.webhooks.includes(webhookId));
    if (subscribed.length === 0) throw new ApiError('RESOURCE_NOT_FOUND:PATH');
    for (const one of subscribed) one.webhooks = one.webhooks.filter((id) => id !== webhookId);
    ctx.store.changed();
    return c.json({});
  });

  app.post('/vehicles/:id/batch', async (c) => {
    const opened = open(c);
    const units = readUnitSystem(c.req.header('sc-unit-system'));
    meetFault(ctx, 'POST', '/batch', opened.vehicle.id);
    return c.json(performBatch(ctx, opened, await readJson(c), units, c.get('requestId')));
  });

  const read = (c: Call) => {
    const endpoint = findEndpoint('GET', pathBelowVehicle(c));
    const opened = open(c);
    const unitSystem = readUnitSystem(c.req.header('sc-unit-system'));
    reachVehicle(ctx, opened, endpoint);
    const { vehicle, changes } = opened;
    const query = (name: string) => c.req.query(name);
    const { path } = endpoint;
    const reading = readEndpoint(ctx, { vehicle, changes, path, unitSystem, query });
    for (const [name, value] of Object.entries(reading.headers)) c.header(name, value);
    return c.json(reading.body);
  };
  app.get('/vehicles/:id', read);
  app.get('/vehicles/:id/*', read);

  app.post('/vehicles/:id/*', async (c) => {
    const endpoint = findEndpoint('POST', pathBelowVehicle(c));
    const opened = open(c);
    const body = await readJson(c);
    reachVehicle(ctx, opened, endpoint);
    return c.json(performCommand(ctx, opened, endpoint.path, body));
  });

  return app;
}
