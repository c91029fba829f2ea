import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Context, Env } from '../context.ts';
import { findBrand } from '../fleet/brands.ts';
import { answer, browserOf, readForm, text } from './http.ts';
import { backLink, type Html, PAGE_HEADERS, page, plainPage, stepPath } from './layout.ts';
import { enterAccount } from './login.ts';
import { loginPage } from './pages.ts';
import type { ConnectSession } from './sessions.ts';
import type { Step, Steps } from './steps.ts';
import { textsOf } from './texts.ts';

const OPENER_SCRIPT = '/assets/popup-opener.js';
const DONE_SCRIPT = '/assets/popup-done.js';
const LOGGED_IN = 'logged in';

/** The only pages here with scripts, since no pop-up works without. */
export const WITH_SCRIPTS = {
  'content-security-policy': `${PAGE_HEADERS['content-security-policy']}; script-src 'self'`,
} as const;

/** Runs in the page that opens the pop-up, and goes on once that says so. */
const openerScript = `const button = document.getElementById('popup-login-button');
button.addEventListener('click', () => {
  window.open(button.dataset.popup, 'login', 'popup,width=480,height=640');
});
window.addEventListener('message', ({ origin, data }) => {
  if (origin === location.origin && data === '${LOGGED_IN}') location.assign(button.dataset.next);
});
`;

/** Runs in the pop-up after the login. */
const doneScript = `if (window.opener) {
  window.opener.postMessage('${LOGGED_IN}', location.origin);
  window.close();
}
`;

/** A car maker whose login is a window of its own, as some makers' and their identity providers' is. */
export function popupOpenerPage(session: ConnectSession): Html {
  const t = textsOf(session.language);
  const body = html`<p>${t.popupHint}</p>
<div class="actions"><button class="main" id="popup-login-button" data-popup="${stepPath(session, 'popup')}" data-next="${stepPath(session, 'continue')}">${t.popupOpen}</button></div>
<script src="${OPENER_SCRIPT}"></script>`;
  const title = `${t.logInTo} ${findBrand(session.make ?? '')?.name ?? ''}`;
  return page({ language: session.language, title, body, footer: backLink(session) });
}

/** What stays in the pop-up when it may not close itself. */
function popupDonePage(session: ConnectSession): Html {
  const t = textsOf(session.language);
  const body = html`<p>${t.doneText}</p><script src="${DONE_SCRIPT}"></script>`;
  return page({ language: session.language, title: t.doneTitle, body });
}

/** The pop-up's own steps: the login, and the end that sends its opener on. */
export function addPopupSteps(ctx: Context, { step, skipped }: Steps): void {
  /** A step for a window that shares cookies with the one that opened it, as a browser's do. */
  const popupStep = (method: 'get' | 'post', handle: Step) =>
    step(method, 'popup', (c, session, request) => {
      if (!session.started || !session.make) return skipped(c, session);
      if (browserOf(ctx, c) === session.browser) return handle(c, session, request);
      const t = textsOf(session.language);
      return answer(c, plainPage(session.language, t.problemTitle, t.popupStrange), 400);
    });

  popupStep('get', (c, session) => answer(c, loginPage(session, false, 'popup')));
  popupStep('post', async (c, session, request) => {
    const form = await readForm(c);
    const [email, password] = [text(form, 'username').trim(), text(form, 'password')];
    return enterAccount(ctx, session, request, email, password) === 'refused'
      ? answer(c, loginPage(session, true, 'popup'), 400)
      : answer(c, popupDonePage(session), 200, WITH_SCRIPTS);
  });
}

/** The scripts of both pages. */
export function popupScripts(): Hono<Env> {
  const app = new Hono<Env>();
  const headers = { 'content-type': 'text/javascript; charset=utf-8' };
  app.get(OPENER_SCRIPT, (c) => c.text(openerScript, 200, headers));
  app.get(DONE_SCRIPT, (c) => c.text(doneScript, 200, headers));
  return app;
}
