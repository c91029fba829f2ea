import { Hono } from 'hono';
import type { Context, Env } from '../context.ts';
import { findBrand } from '../fleet/brands.ts';
import { COUNTRIES } from '../fleet/countries.ts';
import { findVehicle } from '../fleet/registry.ts';
import { makeVehicle } from '../fleet/vehicle.ts';
import { approvedBefore, candidatesOf, finish, reauthenticate } from './grant.ts';
import { answer, browserOf, type Call, go, languageOf, readForm, text } from './http.ts';
import { plainPage, STYLE_PATH, stepPath } from './layout.ts';
import { enterAccount } from './login.ts';
import { userIdOf } from './logins.ts';
import { type ConnectError, errorRedirect } from './outcome.ts';
import {
  brandsPage,
  grantPage,
  loginPage,
  phoneOnlyPage,
  preamblePage,
  problemPage,
} from './pages.ts';
import { type ConnectRequest, parseRequest } from './request.ts';
import type { Account, ConnectSession, Problem } from './sessions.ts';
import { STYLE } from './style.ts';
import { LANGUAGES, type Language, textsOf } from './texts.ts';

/** The pages of Connect, from the authorize URL to the redirect back. */
export function connectRoutes(ctx: Context): Hono<Env> {
  const app = new Hono<Env>({ strict: false });

  const open = (c: Call, kind: 'authorize' | 'reauthenticate') => {
    const parsed = parseRequest(ctx.application, new URL(c.req.url).searchParams, kind);
    const language = languageOf(c);
    if (parsed.kind === 'refused') {
      return answer(c, plainPage(language, parsed.title, parsed.text), 400);
    }
    const request = parsed.kind === 'valid' ? parsed.request : undefined;
    const address = parsed.kind === 'valid' ? parsed.request : parsed.address;
    c.set('clientId', ctx.application.clientId);
    const session = ctx.sessions.start({
      address,
      request,
      browser: browserOf(ctx, c),
      country: request?.country ?? ctx.settings.country,
      language,
      started: kind === 'reauthenticate',
      make: request?.make,
      account: undefined,
      problem: undefined,
    });
    if (parsed.kind === 'misconfigured') {
      return meet(c, session, misconfigured(parsed.message, parsed.message));
    }
    if (kind === 'authorize') return go(c, stepPath(session, 'start'));
    const known = findVehicle(ctx, parsed.request.vehicleId ?? '');
    if (!known) {
      const message = 'Unknown vehicle_id';
      return meet(c, session, misconfigured(message, message));
    }
    session.make = known.vehicle.make;
    return go(c, stepPath(session, 'login'));
  };
  app.get('/oauth/authorize', (c) => open(c, 'authorize'));
  app.get('/oauth/reauthenticate', (c) => open(c, 'reauthenticate'));
  app.get(STYLE_PATH, (c) => c.text(STYLE, 200, { 'content-type': 'text/css; charset=utf-8' }));

  const misconfigured = (message: string, errorMessage: string): Problem => ({
    error: 'configuration_error',
    message,
    details: { status_code: '400', error_message: errorMessage },
  });

  const meet = (c: Call, session: ConnectSession, problem: Problem) => {
    session.problem = problem;
    return answer(c, problemPage(session), problem.error === 'configuration_error' ? 400 : 200);
  };

  const skipped = (c: Call, session: ConnectSession) =>
    meet(
      c,
      session,
      misconfigured(textsOf(session.language).skippedStep, 'A Connect step was skipped'),
    );

  const leave = (c: Call, session: ConnectSession, error: ConnectError, details = {}) => {
    ctx.sessions.end(session);
    return go(c, errorRedirect(session.address, error, details));
  };

  /** Ends the run at its redirect, or at a page that says it is done. */
  const end = async (c: Call, session: ConnectSession, redirect: string | undefined) => {
    ctx.sessions.end(session);
    await ctx.store.flush();
    if (redirect !== undefined) return go(c, redirect);
    const t = textsOf(session.language);
    return answer(c, plainPage(session.language, t.doneTitle, t.doneText));
  };

  const expired = (c: Call) => {
    const language = languageOf(c);
    const t = textsOf(language);
    return answer(c, plainPage(language, t.expiredTitle, t.expiredText), 404);
  };

  type Step = (
    c: Call,
    session: ConnectSession,
    request: ConnectRequest,
  ) => Response | Promise<Response>;

  /** Adds a step that only a run with a valid request and no problem can reach. */
  const step = (method: 'get' | 'post', name: string, handle: Step) => {
    app[method](`/connect/:session/${name}`, (c) => {
      const session = ctx.sessions.find(c.req.param('session') ?? '');
      if (!session) return expired(c);
      return session.request ? handle(c, session, session.request) : skipped(c, session);
    });
  };

  step('get', 'start', (c, session) => answer(c, preamblePage(session)));
  step('post', 'start', async (c, session) => {
    const form = await readForm(c);
    const country = text(form, 'country');
    const language = text(form, 'language');
    if (COUNTRIES.has(country)) session.country = country;
    if (Object.hasOwn(LANGUAGES, language)) session.language = language as Language;
    session.started = true;
    return session.make === undefined
      ? go(c, stepPath(session, 'brands'))
      : chooseBrand(c, session, session.make);
  });

  const chooseBrand = (c: Call, session: ConnectSession, code: string) => {
    const brand = findBrand(code);
    const region = COUNTRIES.get(session.country);
    if (!brand || region === undefined || !brand.regions.includes(region)) {
      const problem: Problem = {
        error: 'vehicle_incompatible',
        message: textsOf(session.language).brandUnsupported,
      };
      return meet(c, session, brand ? { ...problem, vehicle: { make: brand.code } } : problem);
    }
    session.make = brand.code;
    return go(c, stepPath(session, brand.phoneOnly ? 'phone' : 'login'));
  };

  step('get', 'brands', (c, session) =>
    session.started
      ? answer(c, brandsPage(session, (c.req.query('q') ?? '').slice(0, 60)))
      : skipped(c, session),
  );
  step('post', 'brands', async (c, session) => {
    if (!session.started) return skipped(c, session);
    return chooseBrand(c, session, text(await readForm(c), 'make'));
  });
  step('get', 'phone', (c, session) => {
    const make = session.make ?? '';
    session.problem = { error: 'vehicle_incompatible', message: '', details: { make } };
    return answer(c, phoneOnlyPage(session));
  });

  step('get', 'login', (c, session) =>
    session.started && session.make ? answer(c, loginPage(session, false)) : skipped(c, session),
  );
  step('post', 'login', async (c, session, request) => {
    if (!session.started || !session.make) return skipped(c, session);
    const form = await readForm(c);
    const email = text(form, 'username').trim();
    if (request.vehicleId !== undefined) {
      const userId = userIdOf(ctx.settings.seed, session.make, email);
      const result =
        text(form, 'password') === '' ? 'refused' : reauthenticate(ctx, request, userId);
      if (result === 'refused') return answer(c, loginPage(session, true), 400);
      return end(c, session, result.redirect);
    }
    const next = enterAccount(ctx, session, request, email, text(form, 'password'));
    if (next === 'refused') return answer(c, loginPage(session, true), 400);
    if (next === 'problem') return go(c, stepPath(session, 'problem'));
    const { account } = session;
    const approved = account && approvedBefore(ctx, session, account, request);
    return account && approved
      ? end(c, session, finish(ctx, session, request, account, approved))
      : go(c, stepPath(session, 'grant'));
  });
  step('get', 'cancel-login', (c, session) => leave(c, session, 'user_cancelled'));

  step('get', 'grant', (c, session, request) =>
    session.account
      ? answer(c, grantPage(session, candidatesOf(ctx, session.account, request), false))
      : skipped(c, session),
  );
  step('post', 'grant', async (c, session, request) => {
    const { account } = session;
    if (!account) return skipped(c, session);
    const form = await readForm(c);
    if (text(form, 'decision') !== 'approve') return leave(c, session, 'access_denied');
    const candidates = candidatesOf(ctx, account, request);
    const chosen = chosenSources(account, candidates, [form.vehicle ?? []].flat());
    if (chosen.length === 0 || (request.singleSelect && chosen.length > 1)) {
      return answer(c, grantPage(session, candidates, true), 400);
    }
    return end(c, session, finish(ctx, session, request, account, chosen));
  });

  const chosenSources = (
    account: Account,
    candidates: ReturnType<typeof candidatesOf>,
    ids: readonly string[],
  ) => {
    const possible = new Set(
      candidates.filter(({ lacking }) => lacking.length === 0).map(({ vehicle }) => vehicle.id),
    );
    return account.sources.filter((source) => {
      const { id } = makeVehicle(ctx.settings.seed, source);
      return possible.has(id) && ids.includes(id);
    });
  };

  app.get('/connect/:session/problem', (c) => {
    const session = ctx.sessions.find(c.req.param('session'));
    if (!session) return expired(c);
    return session.problem ? answer(c, problemPage(session)) : skipped(c, session);
  });
  app.post('/connect/:session/problem', async (c) => {
    const session = ctx.sessions.find(c.req.param('session'));
    if (!session) return expired(c);
    const { problem } = session;
    if (!problem) return skipped(c, session);
    const share = text(await readForm(c), 'share') === 'yes';
    return leave(c, session, problem.error, { ...problem.details, ...(share && problem.vehicle) });
  });
  step('get', 'exit', (c, session) => leave(c, session, 'user_manually_returned_to_application'));

  return app;
}
