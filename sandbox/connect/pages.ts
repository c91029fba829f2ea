import { html } from 'hono/html';
import { PERMISSIONS } from '../api/permissions.ts';
import { BRANDS, type Brand, findBrand } from '../fleet/brands.ts';
import { COUNTRIES } from '../fleet/countries.ts';
import type { Vehicle } from '../fleet/vehicle.ts';
import { backLink, type Html, page, stepPath } from './layout.ts';
import type { ConnectSession } from './sessions.ts';
import { LANGUAGES, type Language, type TextKey, type Texts, textsOf } from './texts.ts';

const option = (value: string, label: string, chosen: boolean) =>
  html`<option value="${value}"${chosen ? ' selected' : ''}>${label}</option>`;

/** First step: what happens here, country and language. */
export function preamblePage(session: ConnectSession): Html {
  const t = textsOf(session.language);
  const names = new Intl.DisplayNames([session.language], { type: 'region' });
  const countries = [...COUNTRIES.keys()]
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((one, other) => one.name.localeCompare(other.name, session.language));
  const body = html`<p>${t.preamble}</p>
<form method="post" action="${stepPath(session, 'start')}">
<label class="field">${t.country}<select id="country" name="country">
${countries.map(({ code, name }) => option(code, name, code === session.country))}
</select></label>
<label class="field">${t.language}<select id="language" name="language">
${Object.entries(LANGUAGES).map(([code, name]) => option(code, name, code === session.language))}
</select></label>
<div class="actions"><button class="main" id="continue-button">${t.continue}</button></div>
</form>`;
  const { language } = session;
  return page({ language, title: t.connectYourCar, body, footer: backLink(session) });
}

function brandButton(brand: Brand, t: Texts): Html {
  return html`<li><button class="brand-list-item" id="${brand.code}" name="make" value="${brand.code}">${brand.name}${
    brand.phoneOnly ? html`<small>${t.phoneOnly}</small>` : ''
  }</button></li>`;
}

const foldAccents = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Brands sold in the session's country whose name contains `search`. */
function brandsFor(session: ConnectSession, search: string): Brand[] {
  const region = COUNTRIES.get(session.country);
  return BRANDS.filter(
    ({ name, regions }) =>
      region !== undefined &&
      regions.includes(region) &&
      foldAccents(name).includes(foldAccents(search.trim())),
  ).sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** Brand picker: a grid that a search narrows, without scripts. */
export function brandsPage(session: ConnectSession, search: string): Html {
  const t = textsOf(session.language);
  const brands = brandsFor(session, search);
  const path = stepPath(session, 'brands');
  const body = html`<form class="search" method="get" action="${path}" role="search">
<label class="field">${t.searchBrand}<input id="brand-search" type="search" name="q" value="${search}" maxlength="60" autofocus></label>
<button>${t.search}</button>
${search === '' ? '' : html`<a class="button" href="${path}">${t.showAll}</a>`}
</form>
<form method="post" action="${path}">
${brands.length === 0 ? html`<p role="status">${t.noBrand}</p>` : ''}
<ul class="brands">${brands.map((brand) => brandButton(brand, t))}</ul>
<button id="brand-not-listed" name="make" value="">${t.notListed}</button>
</form>`;
  const { language } = session;
  return page({ language, title: t.chooseBrand, body, wide: true, footer: backLink(session) });
}

/** What the user of a brand sees that only phones can connect. */
export function phoneOnlyPage(session: ConnectSession): Html {
  const t = textsOf(session.language);
  const body = html`<p><strong>${findBrand(session.make ?? '')?.name ?? ''}</strong>: ${t.phoneOnlyText}</p>
<form method="post" action="${stepPath(session, 'problem')}">
<div class="actions"><a class="button" id="other-brand" href="${stepPath(session, 'brands')}">${t.otherBrand}</a>
<button class="main" id="problem-continue">${t.backToApp}</button></div>
</form>`;
  return page({ language: session.language, title: t.phoneOnlyTitle, body });
}

const TEST_LOGINS: readonly (readonly [string, TextKey])[] = [
  ['smartcar@successful-request.com', 'testLoginSuccess'],
  ['smartcar@vehicle-incompatible.com', 'testLoginIncompatible'],
  ['smartcar@invalid-subscription.com', 'testLoginSubscription'],
  ['25-vehicles@smartcar.com', 'testLoginMany'],
  ['0SCTESLA000000001@compatible.smartcar.com', 'testLoginVin'],
  ['VEHICLE_STATE.UNREACHABLE@smartcar.com', 'testLoginError'],
];

/** The car maker's login, in Connect itself or in its pop-up window. */
export function loginPage(
  session: ConnectSession,
  refused: boolean,
  step: 'login' | 'popup' = 'login',
): Html {
  const t = textsOf(session.language);
  const brand = findBrand(session.make ?? '')?.name ?? '';
  const describedBy = refused ? html` aria-invalid="true" aria-describedby="login-error"` : '';
  const body = html`<p class="soft">${t.loginHint}</p>
${refused ? html`<p class="error" id="login-error" role="alert">${t.loginRefused}</p>` : ''}
<form method="post" action="${stepPath(session, step)}">
<label class="field">${t.email}<input id="username" name="username" type="email" autocomplete="username" maxlength="254" required autofocus${describedBy}></label>
<label class="field">${t.password}<input id="password" name="password" type="password" autocomplete="current-password" maxlength="200" required></label>
<div class="actions"><button class="main" id="sign-in-button">${t.signIn}</button>
<a class="button" id="cancel-login" href="${stepPath(session, 'cancel-login')}">${t.cancelLogin}</a></div>
</form>
<details><summary>${t.testLogins}</summary><dl>
${TEST_LOGINS.map(([email, key]) => html`<dt>${email}</dt><dd>${t[key]}</dd>`)}
</dl></details>`;
  const { language } = session;
  return page({ language, title: `${t.logInTo} ${brand}`, body, footer: backLink(session) });
}

/** A vehicle on the grant page; `lacking` names the required permissions it cannot give. */
export type Candidate = { vehicle: Vehicle; lacking: readonly string[] };

const inWords = (permission: string, language: Language) =>
  PERMISSIONS.get(permission)?.[language] ?? permission;

/** Vehicles to choose and the permissions to grant. */
export function grantPage(
  session: ConnectSession,
  candidates: readonly Candidate[],
  nothingChosen: boolean,
): Html {
  const t = textsOf(session.language);
  const { language, request } = session;
  const single = request?.singleSelect === true;
  const firstPossible = candidates.findIndex(({ lacking }) => lacking.length === 0);
  const choice = ({ vehicle, lacking }: Candidate, index: number) => {
    const possible = lacking.length === 0;
    const checked = possible && (!single || index === firstPossible);
    const note = possible
      ? ''
      : html`<small>${t.lacks} ${lacking.map((one) => inWords(one, language)).join(', ')}</small>`;
    return html`<label class="choice"><input type="${single ? 'radio' : 'checkbox'}" name="vehicle" value="${vehicle.id}"${checked ? ' checked' : ''}${possible ? '' : ' disabled'}>
<span>${vehicle.model} ${vehicle.year}<small>${vehicle.vin}</small>${note}</span></label>`;
  };
  const body = html`${nothingChosen ? html`<p class="error" role="alert">${t.chooseOne}</p>` : ''}
<form method="post" action="${stepPath(session, 'grant')}">
<fieldset><legend>${findBrand(session.make ?? '')?.name ?? ''}</legend>
<div class="vehicles">${candidates.map(choice)}</div></fieldset>
<h2>${t.mayDo}</h2>
<ul class="permissions">${(request?.scope ?? []).map(
    ({ permission, required }) =>
      html`<li>${inWords(permission, language)}${required ? html` <small>(${t.required})</small>` : ''}</li>`,
  )}</ul>
<div class="actions"><button id="deny-button" name="decision" value="deny">${t.deny}</button>
<button class="main" id="approval-button" name="decision" value="approve">${t.allow}</button></div>
</form>`;
  const title = single ? t.chooseVehicle : t.chooseVehicles;
  return page({ language, title, body, footer: backLink(session) });
}

/** Why the run ends here, and the way back to the application. */
export function problemPage(session: ConnectSession): Html {
  const t = textsOf(session.language);
  const { problem, language } = session;
  const shareable = problem?.vehicle !== undefined;
  const body = html`<p class="error" role="alert">${problem?.message ?? ''}</p>
<form method="post" action="${stepPath(session, 'problem')}">
${
  shareable
    ? html`<label class="choice"><input id="share-vehicle" type="checkbox" name="share" value="yes" checked><span>${t.share}</span></label>`
    : ''
}
<div class="actions"><button class="main" id="problem-continue">${t.backToApp}</button></div>
</form>`;
  return page({ language, title: t.problemTitle, body });
}
