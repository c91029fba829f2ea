import type { Context as HonoContext } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Context, Env } from '../context.ts';
import { sha256, uuidFrom } from '../core/random.ts';
import { type Html, PAGE_HEADERS } from './layout.ts';
import { type Language, preferredLanguage } from './texts.ts';

export type Call = HonoContext<Env>;
/** A sent form; a field that came more than once is a list. */
export type Form = Record<string, string | string[]>;

const BROWSER_COOKIE = 'sandbox_browser';
const COOKIE_SECONDS = 30 * 86_400;

/** Answers with a page and its security headers; `headers` are laid over those of every page. */
export function answer(
  c: Call,
  content: Html,
  status: ContentfulStatusCode = 200,
  headers: Readonly<Record<string, string>> = {},
) {
  const all = { ...PAGE_HEADERS, ...headers };
  for (const [name, value] of Object.entries(all)) c.header(name, value);
  return c.html(content, status);
}

/** Redirects to the next step, or out of Connect. */
export function go(c: Call, to: string): Response {
  c.header('cache-control', 'no-store');
  return c.redirect(to, 302);
}

/** Reads a form body. */
export async function readForm(c: Call): Promise<Form> {
  const entries = new URLSearchParams(await c.req.text());
  return Object.fromEntries(
    [...entries.keys()].map((name) => {
      const all = entries.getAll(name);
      return [name, all.length === 1 ? (all[0] ?? '') : all];
    }),
  );
}

/** One field of a form; empty when it is missing or came more than once. */
export function text(form: Form, name: string): string {
  const value = form[name];
  return typeof value === 'string' ? value : '';
}

/** The language the browser prefers, of those the pages have. */
export function languageOf(c: Call): Language {
  return preferredLanguage(c.req.header('accept-language'));
}

/** Recognizes a browser by its cookie, or gives it one; the answer is the cookie's hash. */
export function browserOf(ctx: Context, c: Call): string {
  const id = getCookie(c, BROWSER_COOKIE) ?? uuidFrom(ctx.random(16));
  setCookie(c, BROWSER_COOKIE, id, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: COOKIE_SECONDS,
  });
  return sha256(id);
}
