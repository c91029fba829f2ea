import { Hono } from 'hono';
import { loggablePath } from './admin/request-log.ts';
import { ADMIN_PATH, adminRoutes } from './admin/routes.ts';
import { ApiError } from './api/errors.ts';
import { answerApiError, apiRoutes } from './api/routes.ts';
import { capacityRoutes } from './connect/capacity.ts';
import { PAGE_HEADERS, plainPage } from './connect/layout.ts';
import { connectRoutes } from './connect/routes.ts';
import type { Context, Env } from './context.ts';
import { uuidFrom } from './core/random.ts';
import { tokenRoutes } from './oauth/token.ts';

/** Puts the parts together on one origin: Connect, token endpoint, API and admin route. */
export function createApp(ctx: Context): Hono<Env> {
  const app = new Hono<Env>({ strict: false });

  app.use('*', async (c, next) => {
    const started = ctx.clock.now();
    c.set('requestId', uuidFrom(ctx.random(16)));
    c.set('clientId', null);
    await next();
    if (c.req.path.startsWith(ADMIN_PATH)) return;
    ctx.log.add({
      time: new Date(started).toISOString(),
      method: c.req.method,
      path: loggablePath(c.req.path),
      status: c.res.status,
      ms: ctx.clock.now() - started,
      clientId: c.get('clientId'),
    });
  });

  app.route(ADMIN_PATH, adminRoutes(ctx));
  app.route('/', connectRoutes(ctx));
  app.route('/', capacityRoutes(ctx));
  app.route('/', tokenRoutes(ctx));
  app.route('/v2.0', apiRoutes(ctx));
  app.get('/favicon.ico', (c) => c.body(null, 204));

  app.notFound((c) => {
    const { path } = c.req;
    if (/^\/(v[\d.]+|vehicles|user|compatibility)(\/|$)/.test(path)) {
      return answerApiError(c, new ApiError('RESOURCE_NOT_FOUND:VERSION'));
    }
    for (const [name, value] of Object.entries(PAGE_HEADERS)) c.header(name, value);
    return c.html(plainPage('en', '404: Not found', 'There is nothing here.'), 404);
  });

  app.onError((error, c) => {
    if (error instanceof ApiError) return answerApiError(c, error);
    // The sandbox closes while a delayed answer waits: there is nobody left to tell.
    if (error.name === 'AbortError') return c.body(null, 503);
    ctx.settings.warn?.(`${c.req.method} ${loggablePath(c.req.path)}: ${error.message}`);
    return c.req.path === '/oauth/token'
      ? c.json({ error: 'server_error' }, 500)
      : answerApiError(c, new ApiError('SERVER:INTERNAL'));
  });

  return app;
}
