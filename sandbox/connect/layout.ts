import { html } from 'hono/html';
import type { ConnectSession } from './sessions.ts';
import { type Language, textsOf } from './texts.ts';

export type Html = ReturnType<typeof html>;

export const STYLE_PATH = '/assets/connect.css';

/**
 * Headers of every page. `form-action` is left out on purpose: Chromium applies it to the redirect
 * after a form post too, and would block the application's custom scheme.
 */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

type Frame = {
  language: Language;
  title: string;
  body: Html;
  /** A column wide enough for a grid. */
  wide?: boolean;
  footer?: Html;
};

/** A whole page around its content. */
export function page({ language, title, body, wide = false, footer }: Frame): Html {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${STYLE_PATH}">
</head>
<body>
<main${wide ? html` class="wide"` : ''}>
<p class="badge">${textsOf(language).badge}</p>
<h1>${title}</h1>
${body}
</main>
${footer ? html`<footer>${footer}</footer>` : ''}
</body>
</html>`;
}

/** Path of a step of a Connect run. */
export function stepPath(session: ConnectSession, step: string): string {
  return `/connect/${session.id}/${step}`;
}

/** The link that leaves Connect before anything was granted. */
export function backLink(session: ConnectSession): Html {
  const { backToApp } = textsOf(session.language);
  return html`<a id="back-to-app" href="${stepPath(session, 'exit')}">${backToApp}</a>`;
}

/** A page without a run behind it: an error, an expired run, or the end of one. */
export function plainPage(language: Language, title: string, text: string): Html {
  return page({ language, title, body: html`<p>${text}</p>` });
}
