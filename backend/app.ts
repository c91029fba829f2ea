import { randomUUID } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Problem, problemResponse } from './problems.ts';
import { loggablePath, type RequestLogEntry } from './requestLog.ts';
import { type RoutesOptions, staffRoutes } from './routes.ts';

/** Hono's type parameters here. */
export interface Env {
  Bindings: HttpBindings;
  Variables: { requestId: string; staff: string | null };
}

export interface AppOptions extends RoutesOptions {
  readonly version: string;
  /** Gives the staff name, or throws {@link Problem}. */
  readonly authenticate: (header: string | undefined, address: string) => Promise<string>;
  readonly clientAddressHeader: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly log: (entry: RequestLogEntry) => void;
  /** Told of defects of ours. */
  readonly warn: (message: string) => void;
  /** True once the server ends: connections are then not kept open. */
  readonly isStopping: () => boolean;
}

const MAX_BODY_BYTES = 64 * 1024;

/** Answers are data for one caller: never kept, never shown as a page, never read by another site. */
const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
} as const;

/** Puts health, sign-in, limits, routes, log and errors together. */
export function createApp(options: AppOptions): Hono<Env> {
  const { now, log, warn, authenticate, clientAddressHeader, isStopping } = options;
  const app = new Hono<Env>();

  function addressOf(c: HonoContext<Env>): string {
    // The last entry is the one the proxy wrote; those before it come from the client.
    const told = clientAddressHeader && c.req.header(clientAddressHeader)?.split(',').at(-1);
    return told?.trim() || (c.env.incoming.socket.remoteAddress ?? '');
  }

  app.use('*', async (c, next) => {
    const started = now();
    const requestId = randomUUID();
    c.set('requestId', requestId);
    c.set('staff', null);
    await next();
    c.header('x-request-id', requestId);
    for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
    if (isStopping()) c.header('connection', 'close');
    log({
      time: new Date(started).toISOString(),
      requestId,
      staff: c.get('staff'),
      method: c.req.method,
      path: loggablePath(c.req.path),
      status: c.res.status,
      ms: now() - started,
    });
  });

  app.get('/healthz', (c) => c.json({ status: 'ok', version: options.version }));

  app.use('/v1/*', async (c, next) => {
    c.set('staff', await authenticate(c.req.header('authorization'), addressOf(c)));
    await next();
  });
  app.use(
    '/v1/*',
    bodyLimit({
      maxSize: MAX_BODY_BYTES,
      onError: () => {
        throw new Problem('invalid_request', 'The body is larger than 64 KiB.', { status: 413 });
      },
    }),
  );
  app.route('/v1', staffRoutes(options));

  app.notFound((c) =>
    problemResponse(new Problem('not_found', 'There is no such route.'), c.get('requestId')),
  );

  app.onError((error, c) => {
    const requestId = c.get('requestId');
    if (error instanceof Problem) return problemResponse(error, requestId);
    // Only its name: a message may quote what it failed on.
    warn(`request ${requestId} failed: ${error.name}`);
    return problemResponse(new Problem('internal', 'This server has a defect.'), requestId);
  });

  return app;
}
