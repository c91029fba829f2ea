import type { MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Context, Env } from '../context.ts';
import { answer, languageOf } from './http.ts';
import { plainPage } from './layout.ts';

/** Lets a page of Connect meet the faults of its step: broken, slow, or an error of the server's. */
export function meetPageFaults(ctx: Context): MiddlewareHandler<Env> {
  return async (c, next) => {
    const target = { step: c.req.path.split('/').at(-1) };
    if (ctx.faults.take('connect-down', target)) {
      c.env.incoming.socket.destroy();
      return c.body(null);
    }
    const delay = ctx.faults.take('connect-delay', target);
    await ctx.wait(delay?.ms ?? 0);
    const fault = ctx.faults.take('connect-status', target);
    if (!fault) return next();
    const page = plainPage(languageOf(c), `${fault.status}: Connect failed`, '');
    return answer(c, page, fault.status as ContentfulStatusCode);
  };
}
