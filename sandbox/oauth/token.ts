import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono, type Context as HonoContext } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Context, Env } from '../context.ts';
import { redeemCode, rotate, type TokenPair } from './grants.ts';

export type Credentials = { user: string; password: string };

/** Decodes HTTP Basic credentials (RFC 7617); undefined when the header is none. */
export function readBasic(header: string | undefined): Credentials | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/=_-]+) *$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : { user: text.slice(0, colon), password: text.slice(colon + 1) };
}

/** Compares two secrets without telling by time where they differ. */
export function sameSecret(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}

// RFC 6749 section 2.3.1 form-encodes id and secret before Basic; most clients do not.
function formDecode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** True when the header carries the application's client id and secret. */
export function isApplication(ctx: Context, header: string | undefined): boolean {
  const basic = readBasic(header);
  if (!basic) return false;
  const { clientId, clientSecret } = ctx.application;
  const knows = sameSecret(formDecode(basic.password), clientSecret);
  return formDecode(basic.user) === clientId && knows;
}

type OAuthError = { error: string; error_description?: string };

function answer(c: HonoContext<Env>, body: object, status: ContentfulStatusCode = 200) {
  c.header('cache-control', 'no-store');
  c.header('pragma', 'no-cache');
  c.header('sc-request-id', c.get('requestId'));
  return c.json(body, status);
}

const fail = (c: HonoContext<Env>, error: OAuthError, status: ContentfulStatusCode = 400) =>
  answer(c, error, status);

async function readForm(c: HonoContext<Env>): Promise<URLSearchParams | undefined> {
  const type = c.req.header('content-type') ?? '';
  if (type.split(';')[0]?.trim().toLowerCase() !== 'application/x-www-form-urlencoded') {
    return undefined;
  }
  return new URLSearchParams(await c.req.text());
}

function redeem(ctx: Context, form: URLSearchParams): TokenPair | OAuthError {
  const value = (name: string) => form.get(name) || undefined;
  const grantType = value('grant_type');
  if (grantType === 'authorization_code') {
    const code = value('code');
    if (code === undefined) return { error: 'invalid_request', error_description: 'Missing code.' };
    const uri = value('redirect_uri');
    const result = redeemCode(ctx, code, uri);
    if (result === 'unknown') {
      return { error: 'invalid_grant', error_description: `Invalid code: ${code}.` };
    }
    if (result === 'redirect-uri') {
      const error_description = `Unauthorized redirect_uri: ${uri ?? '(none)'}.`;
      return { error: 'invalid_grant', error_description };
    }
    return result;
  }
  if (grantType === 'refresh_token') {
    const token = value('refresh_token');
    if (token === undefined) {
      return { error: 'invalid_request', error_description: 'Missing refresh_token.' };
    }
    const result = rotate(ctx, token);
    if (result !== 'unknown') return result;
    return { error: 'invalid_grant', error_description: `Invalid refresh_token: ${token}.` };
  }
  return grantType === undefined
    ? { error: 'invalid_request', error_description: 'Missing grant_type.' }
    : { error: 'unsupported_grant_type', error_description: 'This grant_type is not supported.' };
}

/** The token endpoint ("Request access token" and "Token refresh" in Smartcar's v2.0 docs). */
export function tokenRoutes(ctx: Context): Hono<Env> {
  const app = new Hono<Env>();
  app.post('/oauth/token', async (c) => {
    if (ctx.faults.take('token-down')) {
      c.env.incoming.socket.destroy();
      return c.body(null);
    }
    const delay = ctx.faults.take('token-delay');
    await ctx.wait(ctx.settings.latencyMs + (delay?.ms ?? 0));
    if (ctx.faults.take('token-not-json')) {
      return c.html('<html><body><h1>503 Service Unavailable</h1></body></html>', 503);
    }
    const fault = ctx.faults.take('token-error');
    if (fault) {
      const { error, description } = fault;
      const body =
        description === undefined ? { error } : { error, error_description: description };
      return fail(c, body, fault.status as ContentfulStatusCode);
    }
    if (!isApplication(ctx, c.req.header('authorization'))) {
      c.header('www-authenticate', 'Basic realm="oauth"');
      const error_description = 'The client id or the client secret is wrong.';
      return fail(c, { error: 'invalid_client', error_description }, 401);
    }
    c.set('clientId', ctx.application.clientId);
    const form = await readForm(c);
    if (!form) {
      const error_description = 'The body must be application/x-www-form-urlencoded.';
      return fail(c, { error: 'invalid_request', error_description });
    }
    if (new Set(form.keys()).size < [...form.keys()].length) {
      return fail(c, { error: 'invalid_request', error_description: 'A parameter is repeated.' });
    }
    const result = redeem(ctx, form);
    if ('error' in result) return fail(c, result);
    // A pair that a crash would forget must not reach the client.
    await ctx.store.flush();
    return answer(c, {
      access_token: result.accessToken,
      token_type: 'Bearer',
      expires_in: result.expiresIn,
      refresh_token: result.refreshToken,
    });
  });
  return app;
}
