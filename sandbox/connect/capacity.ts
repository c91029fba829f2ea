import { Hono, type Context as HonoContext } from 'hono';
import { html } from 'hono/html';
import { availableCapacities, capacityTicket } from '../api/capacity.ts';
import type { Context, Env } from '../context.ts';
import { findVehicle, type KnownVehicle } from '../fleet/registry.ts';
import { sameSecret } from '../oauth/token.ts';
import { PAGE_HEADERS, page, plainPage } from './layout.ts';
import { withParameters } from './outcome.ts';
import { preferredLanguage, textsOf } from './texts.ts';

type Call = HonoContext<Env>;

/**
 * The page where an owner tells the size of the battery ("Nominal capacity" in Smartcar's docs). Its
 * URL comes from the API; the application appends its redirect URI.
 */
export function capacityRoutes(ctx: Context): Hono<Env> {
  const app = new Hono<Env>({ strict: false });

  const open = (query: URLSearchParams): (KnownVehicle & { redirectUri: string }) | string => {
    const value = (name: string) => query.get(name) ?? '';
    const known = findVehicle(ctx, value('vehicle_id'));
    const isOurs =
      value('client_id') === ctx.application.clientId &&
      value('response_type') === 'vehicle_id' &&
      sameSecret(value('token'), capacityTicket(ctx, value('vehicle_id')));
    if (!known || !isOurs) return '400: Invalid link';
    const redirectUri = value('redirect_uri');
    if (redirectUri !== '' && !ctx.application.redirectUris.includes(redirectUri)) {
      return '400: Unauthorized redirect_uri';
    }
    return { ...known, redirectUri };
  };

  const languageOf = (c: Call) => preferredLanguage(c.req.header('accept-language'));
  const refuse = (c: Call, title: string) => c.html(plainPage(languageOf(c), title, ''), 400);

  app.use('/battery-capacity', async (c, next) => {
    for (const [name, value] of Object.entries(PAGE_HEADERS)) c.header(name, value);
    await next();
  });

  app.get('/battery-capacity', (c) => {
    const { search, searchParams } = new URL(c.req.url);
    const opened = open(searchParams);
    if (typeof opened === 'string') return refuse(c, opened);
    const language = languageOf(c);
    const t = textsOf(language);
    const { vehicle } = opened;
    const body = html`<form method="post" action="/battery-capacity${search}">
<fieldset><legend>${vehicle.model} ${vehicle.year}</legend>
${availableCapacities(vehicle).map(
  ({ capacity, description }) =>
    html`<label class="choice"><input type="radio" name="capacity" value="${capacity}" required><span>${capacity} kWh<small>${description ?? ''}</small></span></label>`,
)}</fieldset>
<div class="actions"><button class="main" id="capacity-button">${t.save}</button></div>
</form>`;
    return c.html(page({ language, title: t.capacityTitle, body }));
  });

  app.post('/battery-capacity', async (c) => {
    const { searchParams } = new URL(c.req.url);
    const opened = open(searchParams);
    if (typeof opened === 'string') return refuse(c, opened);
    const { vehicle, changes, redirectUri } = opened;
    const sent = Number(new URLSearchParams(await c.req.text()).get('capacity'));
    if (!availableCapacities(vehicle).some(({ capacity }) => capacity === sent)) {
      return refuse(c, '400: Unknown capacity');
    }
    changes.capacity = sent;
    ctx.store.changed();
    if (redirectUri !== '') {
      const state = searchParams.get('state') ?? undefined;
      return c.redirect(withParameters(redirectUri, { vehicle_id: vehicle.id, state }), 302);
    }
    const t = textsOf(languageOf(c));
    return c.html(plainPage(languageOf(c), t.doneTitle, t.doneText));
  });

  return app;
}
