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
import { meetPageFaults } from './pageFaults.ts';
import {
  brandsPage,
  grantPage,
  loginPage,
  phoneOnlyPage,
  preamblePage,
  problemPage,
} from './pages.ts';
import { addPopupSteps, popupOpenerPage, popupScripts, WITH_SCRIPTS } from './popup.ts';
import { parseRequest } from './request.ts';
import type { Account, ConnectSession, Problem } from './sessions.ts';
import { createSteps, misconfigured, type Step } from './steps.ts';
import { STYLE } from './style.ts';
import { LANGUAGES, type Language, textsOf } from './texts.ts';

/** The pages of Connect, from the authorize URL to the redirect back. */
export function connectRoutes(ctx: Context): Hono<Env> {
  const app = new Hono<Env>({ strict: false });

  const steps = createSteps(ctx, app);
  const { step, meet, skipped, expired, leave, end } = steps;

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
  app.use('/oauth/authorize', meetPageFaults(ctx));
  app.use('/oauth/reauthenticate', meetPageFaults(ctx));
  app.use('/connect/:session/:step', meetPageFaults(ctx));
  app.get('/oauth/authorize', (c) => open(c, 'authorize'));
  app.get('/oauth/reauthenticate', (c) => open(c, 'reauthenticate'));
  app.route('/', popupScripts());
  app.get(STYLE_PATH, (c) => c.text(STYLE, 200, { 'content-type': 'text/css; charset=utf-8' }));

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

  step('get', 'login', (c, session, request) => {
    if (!session.started || !session.make) return skipped(c, session);
    const opensPopup = request.vehicleId === undefined && ctx.faults.take('popup-login');
    if (opensPopup) return answer(c, popupOpenerPage(session), 200, WITH_SCRIPTS);
    return answer(c, loginPage(session, false));
  });
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
    const result = enterAccount(ctx, session, request, email, text(form, 'password'));
    if (result === 'refused') return answer(c, loginPage(session, true), 400);
    return afterLogin(c, session, request);
  });

  /** Goes on with what the login led to: a problem, an earlier approval, or the question. */
  const afterLogin: Step = (c, session, request) => {
    const { account, problem } = session;
    if (problem) return go(c, stepPath(session, 'problem'));
    if (!account) return skipped(c, session);
    const approved = approvedBefore(ctx, session, account, request);
    return approved
      ? end(c, session, finish(ctx, session, request, account, approved))
      : go(c, stepPath(session, 'grant'));
  };

  addPopupSteps(ctx, steps);
  step('get', 'continue', afterLogin);
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
