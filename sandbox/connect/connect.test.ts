import { describe, expect, test } from 'vitest';
import type { Sandbox } from '../server.ts';
import { createBrowser, elements, type Page } from '../testing/browser.ts';
import {
  admin,
  apiOf,
  authorizeUrl,
  connectCars,
  startSandbox,
  vehicleIds,
  walkThrough,
  walkToLogin,
} from '../testing/harness.ts';

const ids = (html: string) =>
  ['input', 'button', 'a', 'select'].flatMap((name) =>
    elements(html, name).flatMap((one) => (one.id === undefined ? [] : [one.id])),
  );
const parameters = (page: Page) => Object.fromEntries(new URL(page.leftTo ?? '').searchParams);
const titleOf = (page: Page) => /<h1>(.*?)<\/h1>/.exec(page.html)?.[1];

describe('pages', () => {
  test('every step has its elements, language, badge and a strict policy', async () => {
    const sandbox = await startSandbox();
    const browser = createBrowser();
    const preamble = await browser.open(authorizeUrl(sandbox));
    const brands = await browser.press(preamble, 'continue-button');
    const login = await browser.press(brands, 'TESLA');
    const fields = { username: 'a@b.example', password: 'x' };
    const grant = await browser.press(login, 'sign-in-button', fields);
    for (const page of [preamble, brands, login, grant]) {
      expect(page.html).toContain('<html lang="en">');
      expect(page.html).toContain('Simulated · no real car maker account');
      expect(page.html).not.toContain('<script');
      expect(page.html).not.toContain('style=');
      const policy = page.headers.get('content-security-policy');
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
      expect(policy).not.toContain('form-action');
      expect(ids(page.html)).toContain('back-to-app');
    }
    expect(ids(preamble.html)).toEqual(expect.arrayContaining(['country', 'language']));
    expect(ids(brands.html)).toEqual(expect.arrayContaining(['brand-search', 'BMW', 'FORD']));
    expect(ids(login.html)).toEqual(expect.arrayContaining(['username', 'password']));
    expect(ids(grant.html)).toEqual(expect.arrayContaining(['approval-button', 'deny-button']));
    expect(grant.html).toContain('Read the VIN');
  });

  test('the style sheet is served', async () => {
    const sandbox = await startSandbox();
    const page = await createBrowser().open(authorizeUrl(sandbox));
    const href = elements(page.html, 'link')[0]?.href ?? '';
    const response = await fetch(new URL(href, page.url));
    expect(response.headers.get('content-type')).toContain('text/css');
    expect(await response.text()).toContain('prefers-color-scheme: dark');
  });

  test('the brand list is searched without a script and depends on the country', async () => {
    const sandbox = await startSandbox();
    const browser = createBrowser();
    const preamble = await browser.open(authorizeUrl(sandbox));
    const american = await browser.press(preamble, 'continue-button');
    expect(ids(american.html)).toContain('CHEVROLET');
    expect(ids(american.html)).not.toContain('SKODA');
    const european = await browser.press(preamble, 'continue-button', { country: 'DE' });
    expect(ids(european.html)).not.toContain('CHEVROLET');
    const found = await browser.open(`${european.url}?q=sko`);
    expect(ids(found.html)).toContain('SKODA');
    expect(ids(found.html)).not.toContain('TESLA');
    expect(elements(found.html, 'input')[0]).toMatchObject({ value: 'sko' });
    const evil = await browser.open(`${european.url}?q=%22%3E%3Cscript%3E`);
    expect(evil.html).not.toContain('<script');
  });

  test('they speak German too', async () => {
    const sandbox = await startSandbox();
    const german = createBrowser({ 'accept-language': 'de-DE,de;q=0.9' });
    const page = await german.open(authorizeUrl(sandbox));
    expect(page.html).toContain('<html lang="de">');
    const english = await german.press(page, 'continue-button', { language: 'en' });
    expect(english.html).toContain('<html lang="en">');
  });

  test('a wrong login stays on the page', async () => {
    const sandbox = await startSandbox();
    const [, page] = await walkToLogin(authorizeUrl(sandbox), { email: 'nobody' });
    expect(page.status).toBe(400);
    expect(ids(page.html)).toContain('username');
    expect(page.html).toContain('role="alert"');
  });

  test('a finished run cannot be resumed', async () => {
    const sandbox = await startSandbox();
    const [browser, page] = await walkToLogin(authorizeUrl(sandbox));
    await browser.press(page, 'approval-button');
    const again = await browser.press(page, 'approval-button');
    expect(again.status).toBe(404);
    expect(titleOf(again)).toBe('This page has expired');
  });

  test('a run expires after an hour', async () => {
    const sandbox = await startSandbox();
    const browser = createBrowser();
    const page = await browser.open(authorizeUrl(sandbox));
    await admin(sandbox, 'POST', '/clock/advance', { ms: 3_600_000 });
    expect((await browser.press(page, 'continue-button')).status).toBe(404);
  });
});

describe('success', () => {
  test('redirects to the default URI with code, state and user id', async () => {
    const sandbox = await startSandbox();
    const redirect = await walkThrough(authorizeUrl(sandbox, { state: 'q1 w2+&=' }));
    expect(redirect.href.startsWith(`sc${sandbox.clientId}://connect?code=`)).toBe(true);
    expect(Object.fromEntries(redirect.searchParams)).toEqual({
      code: expect.stringMatching(/^[0-9a-f-]{36}$/),
      state: 'q1 w2+&=',
      user_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  test('keeps a redirect URI’s own query and leaves out an unsent state', async () => {
    const sandbox = await startSandbox();
    const redirect_uri = sandbox.redirectUris.find((uri) => uri.includes('app_origin')) ?? '';
    const redirect = await walkThrough(authorizeUrl(sandbox, { redirect_uri, state: undefined }));
    expect(redirect.href.startsWith(`${redirect_uri}&code=`)).toBe(true);
    expect(redirect.searchParams.has('state')).toBe(false);
  });

  test('application_id and blanks as + are accepted', async () => {
    const sandbox = await startSandbox();
    const url = authorizeUrl(sandbox, { client_id: undefined, application_id: sandbox.clientId });
    const redirect = await walkThrough(url.replaceAll('%20', '+'));
    expect(redirect.searchParams.get('state')).toBe('the state');
    expect(redirect.searchParams.has('code')).toBe(true);
  });

  test('response_type none gives no code', async () => {
    const sandbox = await startSandbox();
    const redirect = await walkThrough(authorizeUrl(sandbox, { response_type: 'none' }));
    expect([...redirect.searchParams.keys()]).toEqual(['state', 'user_id']);
  });

  test('with app_origin and no redirect URI it ends on a page', async () => {
    const sandbox = await startSandbox();
    const more = { response_type: 'none', app_origin: 'https://fleet.example' };
    const [browser, page] = await walkToLogin(authorizeUrl(sandbox, more));
    const done = await browser.press(page, 'approval-button');
    expect(done.leftTo).toBeUndefined();
    expect(titleOf(done)).toBe('Done');
  });

  test('external_id is stored, returned and cleared', async () => {
    const sandbox = await startSandbox();
    const ask = async (external_id: string | undefined) => {
      const redirect = await walkThrough(authorizeUrl(sandbox, { external_id }));
      return redirect.searchParams.get('external_id');
    };
    expect(await ask('customer-0042')).toBe('customer-0042');
    expect(await ask(undefined)).toBe('customer-0042');
    expect(await ask('null')).toBeNull();
    expect(await ask(undefined)).toBeNull();
  });

  test('newer Teslas with a command permission give the virtual key URL', async () => {
    const sandbox = await startSandbox();
    const email = '5YJ3E1EA0NF000001@bev.smartcar.com';
    const key = async (scope: string) => {
      const redirect = await walkThrough(authorizeUrl(sandbox, { scope }), { email });
      return redirect.searchParams.get('virtual_key_url');
    };
    expect(await key('read_vin control_security')).toBe('https://www.tesla.com/_ak/smartcar.com');
    expect(await key('read_vin')).toBeNull();
  });
});

describe('choosing', () => {
  test('make skips the picker, in any spelling', async () => {
    const sandbox = await startSandbox();
    for (const make of ['TESLA', 'tesla']) {
      const page = await createBrowser().open(authorizeUrl(sandbox, { make }));
      const next = await createBrowser().press(page, 'continue-button');
      expect(titleOf(next)).toBe('Log in to Tesla');
    }
  });

  test('an unknown make leaves the choice to the user', async () => {
    const sandbox = await startSandbox();
    const page = await createBrowser().open(authorizeUrl(sandbox, { make: 'TELSA' }));
    const next = await createBrowser().press(page, 'continue-button');
    expect(ids(next.html)).toContain('brand-search');
  });

  test('the chosen vehicles are connected, the others not', async () => {
    const sandbox = await startSandbox();
    const [browser, page] = await walkToLogin(authorizeUrl(sandbox));
    const boxes = elements(page.html, 'input').filter((one) => one.name === 'vehicle');
    expect(boxes.length).toBeGreaterThan(1);
    expect(boxes.every((one) => one.type === 'checkbox' && 'checked' in one)).toBe(true);
    const vehicle = boxes[1]?.value ?? '';
    const end = await browser.press(page, 'approval-button', { vehicle });
    expect(end.leftTo).toContain('code=');
    const { connections } = await admin(sandbox, 'GET', '');
    expect(connections).toEqual([expect.objectContaining({ vehicleId: vehicle })]);
  });

  test('nothing chosen asks again', async () => {
    const sandbox = await startSandbox();
    const [browser, page] = await walkToLogin(authorizeUrl(sandbox));
    const again = await browser.press(page, 'approval-button', { vehicle: [] });
    expect(again.status).toBe(400);
    expect(again.html).toContain('Choose at least one vehicle');
  });

  test('single_select offers radio buttons and takes one vehicle only', async () => {
    const sandbox = await startSandbox();
    const [browser, page] = await walkToLogin(authorizeUrl(sandbox, { single_select: 'true' }));
    const radios = elements(page.html, 'input').filter((one) => one.name === 'vehicle');
    expect(radios.every((one) => one.type === 'radio')).toBe(true);
    expect(radios.filter((one) => 'checked' in one)).toHaveLength(1);
    const both = radios.map((one) => one.value ?? '');
    expect((await browser.press(page, 'approval-button', { vehicle: both })).status).toBe(400);
    expect((await browser.press(page, 'approval-button')).leftTo).toContain('code=');
  });

  test('single_select_vin skips the picker and offers that VIN only', async () => {
    const sandbox = await startSandbox();
    const single_select_vin = '0SCAUDI037A5ADB1C';
    const url = authorizeUrl(sandbox, { single_select: 'true', single_select_vin, make: 'BMW' });
    const [, page] = await walkToLogin(url, { email: 'smartcar@successful-request.com' });
    expect(elements(page.html, 'input').filter((one) => one.name === 'vehicle')).toHaveLength(1);
    expect(page.html).toContain(single_select_vin);
    const [, ordinary] = await walkToLogin(url, { email: 'x@y.example' });
    expect(ordinary.html).toContain(single_select_vin);
  });

  test('<n>-vehicles gives so many', async () => {
    const sandbox = await startSandbox();
    const walk = { email: '12-vehicles@smartcar.com' };
    const { accessToken } = await connectCars(sandbox, {}, walk);
    expect(await vehicleIds(sandbox, accessToken)).toHaveLength(12);
  });

  test('the same e-mail, brand and seed give the same vehicles, another seed others', async () => {
    const seen = async (seed: number, email: string) => {
      const sandbox = await startSandbox({ seed });
      const { accessToken } = await connectCars(sandbox, {}, { email });
      return vehicleIds(sandbox, accessToken);
    };
    const first = await seen(7, 'a@b.example');
    expect(first.length).toBeGreaterThanOrEqual(2);
    expect(first.length).toBeLessThanOrEqual(4);
    expect(await seen(7, 'A@b.example')).toEqual(first);
    expect(await seen(8, 'a@b.example')).not.toEqual(first);
  });

  test('an optional permission that a vehicle lacks is not granted', async () => {
    const sandbox = await startSandbox();
    const email = '5YJ3E1EA0NF000001@bev.smartcar.com';
    const scope = 'read_vin read_fuel';
    const { accessToken } = await connectCars(sandbox, { scope }, { email });
    const [id = ''] = await vehicleIds(sandbox, accessToken);
    const { body } = await apiOf(sandbox, accessToken)('GET', `/vehicles/${id}/permissions`);
    expect(body.permissions).toEqual(['read_vin']);
  });
});

describe('approval_prompt', () => {
  const again = async (sandbox: Sandbox, more: Record<string, string>, sameBrowser = true) => {
    const browser = createBrowser();
    await walkThrough(authorizeUrl(sandbox), { browser });
    const next = sameBrowser ? browser : createBrowser();
    const [, page] = await walkToLogin(authorizeUrl(sandbox, more), { browser: next });
    return page.leftTo === undefined ? 'asked' : 'skipped';
  };

  test('auto skips the grant page for the same scope, user and browser', async () => {
    const sandbox = await startSandbox();
    expect(await again(sandbox, {})).toBe('skipped');
    expect(await again(sandbox, { approval_prompt: 'auto' }, false)).toBe('asked');
    expect(await again(sandbox, { scope: 'read_vin read_fuel' })).toBe('asked');
  });

  test('force always asks', async () => {
    const sandbox = await startSandbox();
    expect(await again(sandbox, { approval_prompt: 'force' })).toBe('asked');
  });

  test('auto asks again once the vehicles were disconnected', async () => {
    const sandbox = await startSandbox();
    const browser = createBrowser();
    const { accessToken } = await connectCars(sandbox, {}, { browser });
    for (const id of await vehicleIds(sandbox, accessToken)) {
      await apiOf(sandbox, accessToken)('DELETE', `/vehicles/${id}/application`);
    }
    const [, page] = await walkToLogin(authorizeUrl(sandbox), { browser });
    expect(page.leftTo).toBeUndefined();
  });
});

describe('error redirects', () => {
  test('access_denied', async () => {
    const sandbox = await startSandbox();
    const [browser, page] = await walkToLogin(authorizeUrl(sandbox));
    expect(parameters(await browser.press(page, 'deny-button'))).toEqual({
      error: 'access_denied',
      error_description: expect.any(String),
      state: 'the state',
    });
    expect((await admin(sandbox, 'GET', '')).connections).toEqual([]);
  });

  test('user_manually_returned_to_application from every step', async () => {
    const sandbox = await startSandbox();
    const browser = createBrowser();
    const leave = async (steps: (first: Page) => Promise<Page>) => {
      const page = await steps(await browser.open(authorizeUrl(sandbox)));
      return parameters(await browser.follow(page, 'back-to-app')).error;
    };
    const brands = (page: Page) => browser.press(page, 'continue-button');
    const login = async (page: Page) => browser.press(await brands(page), 'TESLA');
    const grant = async (page: Page) =>
      browser.press(await login(page), 'sign-in-button', { username: 'a@b.c', password: 'x' });
    for (const steps of [async (page: Page) => page, brands, login, grant]) {
      expect(await leave(steps)).toBe('user_manually_returned_to_application');
    }
  });

  test('user_cancelled at the maker’s login', async () => {
    const sandbox = await startSandbox();
    const browser = createBrowser();
    const first = await browser.open(authorizeUrl(sandbox, { make: 'TESLA' }));
    const login = await browser.press(first, 'continue-button');
    expect(parameters(await browser.follow(login, 'cancel-login'))).toMatchObject({
      error: 'user_cancelled',
      state: 'the state',
    });
  });

  test('vehicle_incompatible, with the vehicle only if the user shares it', async () => {
    const sandbox = await startSandbox();
    const walk = { email: 'smartcar@vehicle-incompatible.com', make: 'AUDI' };
    const [browser, page] = await walkToLogin(authorizeUrl(sandbox), walk);
    expect(parameters(await browser.press(page, 'problem-continue'))).toEqual({
      error: 'vehicle_incompatible',
      error_description: expect.any(String),
      vin: '0SCAUDI012FE3B132',
      make: 'AUDI',
      model: expect.any(String),
      year: expect.stringMatching(/^20\d\d$/),
      state: 'the state',
    });
    const [other, again] = await walkToLogin(authorizeUrl(sandbox), walk);
    const silent = parameters(await other.press(again, 'problem-continue', { share: [] }));
    expect(Object.keys(silent)).toEqual(['error', 'error_description', 'state']);
  });

  test('vehicle_incompatible when no vehicle has a required permission', async () => {
    const sandbox = await startSandbox();
    const scope = 'read_vin required:read_fuel';
    const [browser, page] = await walkToLogin(authorizeUrl(sandbox, { scope }));
    const { error, make } = parameters(await browser.press(page, 'problem-continue'));
    expect([error, make]).toEqual(['vehicle_incompatible', 'TESLA']);
  });

  test('vehicle_incompatible for a brand that is not listed, not sold here, or phone only', async () => {
    const sandbox = await startSandbox();
    const browser = createBrowser();
    const brands = await browser.press(
      await browser.open(authorizeUrl(sandbox)),
      'continue-button',
    );
    const unlisted = await browser.press(brands, 'brand-not-listed');
    const none = parameters(await browser.press(unlisted, 'problem-continue'));
    expect(Object.keys(none)).toEqual(['error', 'error_description', 'state']);
    const foreign = await browser.open(authorizeUrl(sandbox, { make: 'SKODA' }));
    const unsold = await browser.press(foreign, 'continue-button');
    expect(parameters(await browser.press(unsold, 'problem-continue'))).toMatchObject({
      error: 'vehicle_incompatible',
      make: 'SKODA',
    });
    const ford = await browser.open(authorizeUrl(sandbox, { make: 'FORD' }));
    const phone = await browser.press(ford, 'continue-button');
    expect(titleOf(phone)).toBe('Use your phone');
    expect(parameters(await browser.press(phone, 'problem-continue'))).toMatchObject({
      error: 'vehicle_incompatible',
      make: 'FORD',
    });
  });

  test('invalid_subscription', async () => {
    const sandbox = await startSandbox();
    const walk = { email: 'smartcar@invalid-subscription.com', make: 'AUDI' };
    const [browser, page] = await walkToLogin(authorizeUrl(sandbox), walk);
    const { error } = parameters(await browser.press(page, 'problem-continue'));
    expect(error).toBe('invalid_subscription');
  });

  test('no_vehicles', async () => {
    const sandbox = await startSandbox();
    const walk = { email: '0-vehicles@smartcar.com' };
    const [browser, page] = await walkToLogin(authorizeUrl(sandbox), walk);
    expect(parameters(await browser.press(page, 'problem-continue')).error).toBe('no_vehicles');
  });

  test('server_error by a fault', async () => {
    const sandbox = await startSandbox();
    await admin(sandbox, 'POST', '/faults', {
      kind: 'connect-error',
      error: 'server_error',
      count: 1,
    });
    const redirect = await walkThrough(authorizeUrl(sandbox));
    expect(redirect.searchParams.get('error')).toBe('server_error');
    expect((await walkThrough(authorizeUrl(sandbox))).searchParams.has('code')).toBe(true);
  });

  test.each([
    [{ response_type: undefined }, 'Invalid or missing parameter: response_type'],
    [{ response_type: 'token' }, 'Invalid or missing parameter: response_type'],
    [{ mode: 'fake' }, 'Invalid or missing parameter: mode'],
    [{ approval_prompt: 'never' }, 'Invalid or missing parameter: approval_prompt'],
    [{ scope: 'read_vin read_minds' }, 'Unknown permission: read_minds'],
    [{ scope: ' ' }, 'Invalid or missing parameter: scope'],
    [{ single_select: 'maybe' }, 'Invalid or missing parameter: single_select'],
    [{ single_select: 'true', single_select_vin: 'SHORT' }, 'Invalid VIN'],
    [{ single_select_vin: '0SCAUDI037A5ADB1C' }, 'single_select_vin needs single_select=true'],
    [
      { single_select: 'true', single_select_vin: '0SCAUDI037A5ADB1C', mode: 'live' },
      'A simulated VIN cannot be used in live mode',
    ],
    [{ flags: 'country:XX' }, 'Unknown country: XX'],
    [{ flags: 'country' }, 'Invalid or missing parameter: flags'],
  ])('configuration_error for %j', async (more, message) => {
    const sandbox = await startSandbox();
    const browser = createBrowser();
    const page = await browser.open(authorizeUrl(sandbox, more));
    expect(page.status).toBe(400);
    expect(parameters(await browser.press(page, 'problem-continue'))).toEqual({
      error: 'configuration_error',
      error_description: expect.any(String),
      status_code: '400',
      error_message: message,
      state: 'the state',
    });
  });

  test('configuration_error for a skipped step and for a test login in live mode', async () => {
    const sandbox = await startSandbox();
    const browser = createBrowser();
    const first = await browser.open(authorizeUrl(sandbox));
    const skipped = await browser.open(first.url.replace('start', 'grant'));
    expect(skipped.status).toBe(400);
    const { error, status_code } = parameters(await browser.press(skipped, 'problem-continue'));
    expect([error, status_code]).toEqual(['configuration_error', '400']);
    const walk = { email: '3-vehicles@smartcar.com' };
    const [live, page] = await walkToLogin(authorizeUrl(sandbox, { mode: 'live' }), walk);
    expect(parameters(await live.press(page, 'problem-continue')).error).toBe(
      'configuration_error',
    );
  });
});

describe('requests that are never redirected', () => {
  test.each([
    [
      'an unregistered redirect URI',
      { redirect_uri: 'https://evil.example/' },
      'Unauthorized redirect_uri',
    ],
    [
      'a redirect URI that only begins right',
      { redirect_uri: 'http://localhost:53682/callback/x' },
      'Unauthorized redirect_uri',
    ],
    [
      'an unknown client',
      { client_id: '7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42' },
      'Invalid client_id',
    ],
    ['a V3 credential', { client_id: 'client_01' }, 'Invalid client_id'],
    ['no client', { client_id: undefined }, 'Invalid client_id'],
    ['two different clients', { application_id: 'other' }, 'Invalid client_id'],
  ])('%s', async (_name, more, title) => {
    const sandbox = await startSandbox();
    const page = await createBrowser().open(authorizeUrl(sandbox, more));
    expect(page.status).toBe(400);
    expect(page.leftTo).toBeUndefined();
    expect(titleOf(page)).toBe(`400: ${title}`);
    expect(page.html).not.toContain('<form');
  });

  test('a repeated parameter', async () => {
    const sandbox = await startSandbox();
    const page = await createBrowser().open(`${authorizeUrl(sandbox)}&state=other`);
    expect(titleOf(page)).toBe('400: Invalid request');
  });
});

describe('re-authentication', () => {
  const email = 'CONNECTED_SERVICES_ACCOUNT.AUTHENTICATION_FAILED@smartcar.com';

  test('the API’s link renews the login; tokens stay', async () => {
    const sandbox = await startSandbox();
    const { accessToken } = await connectCars(sandbox, {}, { email });
    const [id = ''] = await vehicleIds(sandbox, accessToken);
    const api = apiOf(sandbox, accessToken);
    const failed = await api('GET', `/vehicles/${id}/odometer`);
    const { url } = failed.body.resolution as { url: string };
    const browser = createBrowser();
    const redirect_uri = encodeURIComponent(sandbox.redirectUris[0] ?? '');
    const login = await browser.open(`${url}&redirect_uri=${redirect_uri}&state=s1`);
    const stranger = { username: 'other@example.com', password: 'x' };
    expect((await browser.press(login, 'sign-in-button', stranger)).status).toBe(400);
    const end = await browser.press(login, 'sign-in-button', { username: email, password: 'x' });
    expect(parameters(end)).toEqual({ vehicle_id: id, state: 's1' });
    expect((await api('GET', `/vehicles/${id}/odometer`)).status).not.toBe(400);
  });

  test('an unknown vehicle and a missing redirect URI are configuration errors', async () => {
    const sandbox = await startSandbox();
    const base = `${sandbox.origins.connect}/oauth/reauthenticate?client_id=${sandbox.clientId}&response_type=vehicle_id`;
    const browser = createBrowser();
    const bare = await browser.open(`${base}&vehicle_id=x`);
    expect(parameters(await browser.press(bare, 'problem-continue')).error_message).toBe(
      'Invalid or missing parameter: redirect_uri',
    );
    const redirect_uri = encodeURIComponent(sandbox.redirectUris[1] ?? '');
    const unknown = await browser.open(`${base}&vehicle_id=x&redirect_uri=${redirect_uri}`);
    expect(parameters(await browser.press(unknown, 'problem-continue')).error_message).toBe(
      'Unknown vehicle_id',
    );
  });
});

test('the battery capacity page stores the owner’s choice', async () => {
  const sandbox = await startSandbox();
  const scope = 'read_battery';
  const walk = { email: '40-vehicles@smartcar.com' };
  const { accessToken } = await connectCars(sandbox, { scope }, walk);
  const api = apiOf(sandbox, accessToken);
  const uncertain: { id: string; url: string }[] = [];
  for (const id of await vehicleIds(sandbox, accessToken)) {
    const { body } = await api('GET', `/vehicles/${id}/battery/nominal_capacity`);
    if (typeof body.url === 'string') uncertain.push({ id, url: body.url });
  }
  const [{ id, url } = { id: '', url: '' }] = uncertain;
  const browser = createBrowser();
  const page = await browser.open(url + encodeURIComponent(sandbox.redirectUris[0] ?? ''));
  const capacity = elements(page.html, 'input')[0]?.value ?? '';
  const end = await browser.press(page, 'capacity-button', { capacity });
  expect(parameters(end)).toEqual({ vehicle_id: id });
  const { body } = await api('GET', `/vehicles/${id}/battery/nominal_capacity`);
  expect(body).toMatchObject({
    capacity: { nominal: Number(capacity), source: 'USER_SELECTED' },
    url: null,
  });
  const forged = await browser.open(url.replace(/token=[^&]+/, 'token=x'));
  expect(forged.status).toBe(400);
});
