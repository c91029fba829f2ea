import { Hono, type Context as HonoContext } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { FaultTarget } from '../admin/faults.ts';
import type { Context, Env } from '../context.ts';
import { compatibilityRoutes } from './compatibility.ts';
import { ApiError, errorBody } from './errors.ts';
import { managementRoutes } from './management.ts';
import { vehicleRoutes } from './vehicles.ts';

/** Answers an API error with Smartcar's body, status and `retry-after`. */
export function answerApiError(c: HonoContext<Env>, error: ApiError): Response {
  const { retryAfter } = error.extras;
  if (retryAfter !== undefined) c.header('retry-after', String(retryAfter));
  c.header('sc-request-id', c.get('requestId'));
  return c.json(errorBody(error, c.get('requestId')), error.row.status as ContentfulStatusCode);
}

function faultTarget(c: HonoContext<Env>): FaultTarget {
  const path = c.req.path.replace(/^\/v2\.0/, '').replace(/\/+$/, '') || '/';
  const [, vehicleId, below] = /^\/vehicles\/([^/]+)(\/.*)?$/.exec(path) ?? [];
  const { method } = c.req;
  return vehicleId === undefined ? { method, path } : { method, vehicleId, path: below ?? '/' };
}

/** The v2.0 API with its delays, limits and headers. */
export function apiRoutes(ctx: Context): Hono<Env> {
  const app = new Hono<Env>({ strict: false });

  app.use('*', async (c, next) => {
    c.header('sc-request-id', c.get('requestId'));
    c.header('cache-control', 'no-store');
    const target = faultTarget(c);
    if (ctx.faults.take('api-down', target)) {
      c.env.incoming.socket.destroy();
      return c.body(null);
    }
    const delay = ctx.faults.take('api-delay', target);
    await ctx.wait(ctx.settings.latencyMs + (delay?.ms ?? 0));
    if (ctx.faults.take('api-not-json', target)) {
      return c.html('<html><body><h1>502 Bad Gateway</h1></body></html>', 502);
    }
    ctx.limits.countRequest();
    await next();
    return undefined;
  });
  app.route('/', vehicleRoutes(ctx));
  app.route('/', compatibilityRoutes(ctx));
  app.route('/', managementRoutes(ctx));
  app.all('*', () => {
    throw new ApiError('RESOURCE_NOT_FOUND:PATH');
  });
  return app;
}
