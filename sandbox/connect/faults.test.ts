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

const fault = (sandbox: Sandbox, input: object) => admin(sandbox, 'POST', '/faults', input);
const idsOf = (html: string, name: string) => elements(html, name).map(({ id }) => id);

describe('the end of Connect', () => {
  test.each([
    ['access_denied', {}],
    ['vehicle_incompatible', { vin: '1ZZZZ99ZXYZ000123', make: 'TESLA', model: 'Y', year: '2023' }],
    ['invalid_subscription', {}],
    ['no_vehicles', {}],
    ['configuration_error', { status_code: '400', error_message: 'Invalid VIN' }],
    ['server_error', {}],
    ['user_manually_returned_to_application', {}],
    ['user_cancelled', {}],
  ] as const)('is the error redirect that a fault asks for: %s', async (error, parameters) => {
    const sandbox = await startSandbox();
    await fault(sandbox, { kind: 'connect-error', error, parameters });
    const redirect = await walkThrough(authorizeUrl(sandbox));
    expect(Object.fromEntries(redirect.searchParams)).toEqual({
      error,
      error_description: expect.any(String),
      state: 'the state',
      ...parameters,
    });
  });

  test('may be an error that nobody documents, without a description', async () => {
    const sandbox = await startSandbox();
    await fault(sandbox, { kind: 'connect-error', error: 'out_of_order' });
    const redirect = await walkThrough(authorizeUrl(sandbox));
    expect([...redirect.searchParams]).toEqual([
      ['error', 'out_of_order'],
      ['state', 'the state'],
    ]);
  });

  test('keeps what the fault sends under a name that is sent anyway', async () => {
    const sandbox = await startSandbox();
    const parameters = { state: 'another', error_description: 'what a driver reads' };
    await fault(sandbox, { kind: 'connect-error', error: 'server_error', parameters });
    const redirect = await walkThrough(authorizeUrl(sandbox));
    expect(Object.fromEntries(redirect.searchParams)).toMatchObject(parameters);
  });

  test('of a re-authentication is one too, and the login stays old', async () => {
    const sandbox = await startSandbox();
    const { accessToken } = await connectCars(sandbox);
    const [id = ''] = await vehicleIds(sandbox, accessToken);
    const error = 'CONNECTED_SERVICES_ACCOUNT:AUTHENTICATION_FAILED';
    await admin(sandbox, 'POST', `/vehicles/${id}/fail`, { error });
    const api = apiOf(sandbox, accessToken);
    const { url } = (await api('GET', `/vehicles/${id}/odometer`)).body.resolution as {
      url: string;
    };
    await fault(sandbox, { kind: 'connect-error', error: 'server_error', count: 1 });
    const browser = createBrowser();
    const redirect_uri = encodeURIComponent(sandbox.redirectUris[0] ?? '');
    const login = await browser.open(`${url}&redirect_uri=${redirect_uri}&state=s1`);
    const fields = { username: 'driver@example.com', password: 'x' };
    const end = await browser.press(login, 'sign-in-button', fields);
    expect(end.leftTo).toContain('?error=server_error');
    expect((await api('GET', `/vehicles/${id}/odometer`)).status).toBe(400);
  });

  test('leaves out the optional permissions that a fault declines, and no required one', async () => {
    const sandbox = await startSandbox();
    const permissions = ['read_location', 'read_odometer'];
    await fault(sandbox, { kind: 'decline-permission', permissions, count: 1 });
    const scope = 'read_vin read_location required:read_odometer';
    const granted = async () => {
      const { accessToken } = await connectCars(sandbox, { scope, approval_prompt: 'force' });
      const [id = ''] = await vehicleIds(sandbox, accessToken);
      const { body } = await apiOf(sandbox, accessToken)('GET', `/vehicles/${id}/permissions`);
      return body.permissions;
    };
    expect(await granted()).toEqual(['read_vin', 'read_odometer']);
    expect(await granted()).toEqual(['read_vin', 'read_location', 'read_odometer']);
  });

  test('gives another car than single_select_vin asks for', async () => {
    const sandbox = await startSandbox();
    const single_select_vin = '0SCTESLA000000001';
    const url = authorizeUrl(sandbox, { single_select: 'true', single_select_vin });
    await fault(sandbox, { kind: 'other-vehicle', count: 1 });
    const vinOf = async () => {
      const { accessToken } = await connectCars(sandbox, {
        single_select: 'true',
        single_select_vin,
      });
      const [id = ''] = await vehicleIds(sandbox, accessToken);
      return (await apiOf(sandbox, accessToken)('GET', `/vehicles/${id}/vin`)).body.vin;
    };
    const other = await vinOf();
    expect(other).toMatch(/^[A-Z0-9]{17}$/);
    expect(other).not.toBe(single_select_vin);
    expect((await walkThrough(url)).searchParams.has('code')).toBe(true);
    expect(await vinOf()).toBe(single_select_vin);
  });

  test('has no car to give when the one that is asked for is the only one', async () => {
    const sandbox = await startSandbox();
    const single_select_vin = '0SCTESLA000000001';
    await fault(sandbox, { kind: 'other-vehicle' });
    const url = authorizeUrl(sandbox, { single_select: 'true', single_select_vin });
    const email = `${single_select_vin}@compatible.smartcar.com`;
    const [browser, page] = await walkToLogin(url, { email });
    const { leftTo = '' } = await browser.press(page, 'problem-continue');
    expect(new URL(leftTo).searchParams.get('error')).toBe('no_vehicles');
  });

  test('a VIN that cannot be read fails alone', async () => {
    const sandbox = await startSandbox();
    await fault(sandbox, {
      kind: 'api-error',
      error: 'RESOURCE_NOT_FOUND:PATH',
      path: '/vin',
    });
    const { accessToken } = await connectCars(sandbox);
    const [id = ''] = await vehicleIds(sandbox, accessToken);
    const api = apiOf(sandbox, accessToken);
    expect((await api('GET', `/vehicles/${id}/vin`)).status).toBe(404);
    expect((await api('GET', `/vehicles/${id}`)).status).toBe(200);
  });
});

describe('the pages', () => {
  test('break, fail or wait, one step or all of them', async () => {
    const sandbox = await startSandbox();
    const browser = createBrowser();
    const url = authorizeUrl(sandbox);
    await fault(sandbox, { kind: 'connect-down', count: 1 });
    await expect(browser.open(url)).rejects.toThrow('fetch failed');
    await fault(sandbox, { kind: 'connect-status', status: 503, step: 'brands', count: 1 });
    const start = await browser.open(url);
    expect(start.status).toBe(200);
    const failed = await browser.press(start, 'continue-button');
    expect([failed.status, failed.url.split('/').at(-1)]).toEqual([503, 'brands']);
    await fault(sandbox, { kind: 'connect-delay', ms: 120, step: 'authorize', count: 1 });
    const asked = performance.now();
    expect((await browser.open(url)).status).toBe(200);
    expect(performance.now() - asked).toBeGreaterThan(110);
  });

  test('do not touch the token endpoint, and a waiting one does not hold up the end', async () => {
    const sandbox = await startSandbox();
    await fault(sandbox, { kind: 'connect-delay', ms: 600_000 });
    const waiting = expect(createBrowser().open(authorizeUrl(sandbox))).rejects.toThrow();
    const token = await fetch(`${sandbox.origins.auth}/oauth/token`, { method: 'POST' });
    expect(token.status).toBe(401);
    await sandbox.close();
    await waiting;
  });
});

describe('a login in a pop-up', () => {
  const open = async (sandbox: Sandbox): Promise<[ReturnType<typeof createBrowser>, Page]> => {
    await fault(sandbox, { kind: 'popup-login', count: 1 });
    const browser = createBrowser();
    const start = await browser.open(authorizeUrl(sandbox, { make: 'TESLA' }));
    return [browser, await browser.press(start, 'continue-button')];
  };
  const popupOf = (opener: Page) => {
    const [button] = elements(opener.html, 'button');
    return {
      popup: new URL(button?.['data-popup'] ?? '', opener.url).href,
      next: new URL(button?.['data-next'] ?? '', opener.url).href,
    };
  };
  const fields = { username: 'driver@example.com', password: 'x' };

  test('logs in there, and its opener goes on', async () => {
    const sandbox = await startSandbox();
    const [browser, opener] = await open(sandbox);
    expect(idsOf(opener.html, 'button')).toEqual(['popup-login-button']);
    const { popup, next } = popupOf(opener);
    const login = await browser.open(popup);
    expect((await browser.press(login, 'sign-in-button', { username: 'x' })).status).toBe(400);
    const done = await browser.press(login, 'sign-in-button', fields);
    for (const page of [opener, done]) {
      expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
      const [script] = elements(page.html, 'script');
      const source = await fetch(new URL(script?.src ?? '', page.url));
      expect(source.headers.get('content-type')).toContain('text/javascript');
    }
    const grant = await browser.open(next);
    expect((await browser.press(grant, 'approval-button')).leftTo).toContain('code=');
  });

  test('leads to the account’s problem too', async () => {
    const sandbox = await startSandbox();
    const [browser, opener] = await open(sandbox);
    const { popup, next } = popupOf(opener);
    const login = await browser.open(popup);
    const username = '0-vehicles@smartcar.com';
    await browser.press(login, 'sign-in-button', { username, password: 'x' });
    const { leftTo } = await browser.press(await browser.open(next), 'problem-continue');
    expect(leftTo).toContain('error=no_vehicles');
  });

  test('is refused to a window without the opener’s cookies, and next is no short cut', async () => {
    const sandbox = await startSandbox();
    const [browser, opener] = await open(sandbox);
    const { popup, next } = popupOf(opener);
    expect((await createBrowser().open(popup)).status).toBe(400);
    expect((await browser.open(next)).status).toBe(400);
  });
});
