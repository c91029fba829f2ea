import { Hono } from 'hono';
import type { Context, Env } from '../context.ts';
import type { Connection } from '../core/state.ts';
import { disconnect, listConnections } from '../fleet/registry.ts';
import { readBasic, sameSecret } from '../oauth/token.ts';
import { ApiError } from './errors.ts';
import { readLimit } from './paging.ts';

const MAX_PAGE = 100;

/**
 * True when the header carries the application management token, as a bearer token or as the
 * password of the user `default` ("Management API" in Smartcar's docs).
 */
export function isManagement(ctx: Context, header: string | undefined): boolean {
  const basic = readBasic(header);
  const bearer = /^Bearer +([^\s]+) *$/i.exec(header ?? '')?.[1];
  const token = basic?.user === 'default' ? basic.password : bearer;
  return token !== undefined && sameSecret(token, ctx.application.managementToken);
}

const encodeCursor = (position: number) => Buffer.from(String(position)).toString('base64url');

function decodeCursor(cursor: string | undefined): number {
  if (cursor === undefined || cursor === '') return 0;
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!/^\d{1,9}$/.test(text)) {
    throw new ApiError('VALIDATION:PARAMETER', { description: 'cursor is not one of ours.' });
  }
  return Number(text);
}

const shown = ({ vehicleId, userId, connectedAt, mode }: Connection) => ({
  vehicleId,
  userId,
  connectedAt: new Date(connectedAt).toISOString(),
  mode,
});

/** Routes of the management API, below `/v2.0`. */
export function managementRoutes(ctx: Context): Hono<Env> {
  const app = new Hono<Env>({ strict: false });

  app.use('/management/*', async (c, next) => {
    if (!isManagement(ctx, c.req.header('authorization'))) throw new ApiError('AUTHENTICATION');
    c.set('clientId', ctx.application.clientId);
    await next();
  });

  app.get('/management/connections', (c) => {
    const filter = { userId: c.req.query('user_id'), vehicleId: c.req.query('vehicle_id') };
    const mode = c.req.query('mode');
    const all = listConnections(ctx, filter).filter((one) => !mode || one.mode === mode);
    const limit = readLimit(c.req.query('limit'), MAX_PAGE);
    const from = decodeCursor(c.req.query('cursor'));
    const cursor = from + limit < all.length ? encodeCursor(from + limit) : null;
    return c.json({ connections: all.slice(from, from + limit).map(shown), paging: { cursor } });
  });

  app.delete('/management/connections', (c) => {
    const filter = { userId: c.req.query('user_id'), vehicleId: c.req.query('vehicle_id') };
    if (!filter.userId && !filter.vehicleId) {
      throw new ApiError('VALIDATION', { description: 'user_id or vehicle_id is required.' });
    }
    const gone = listConnections(ctx, filter);
    disconnect(ctx, gone);
    return c.json({ connections: gone.map(({ vehicleId, userId }) => ({ vehicleId, userId })) });
  });

  return app;
}
