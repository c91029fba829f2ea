import { describe, expect, test, vi } from 'vitest';
import { Secret } from '../../secret.ts';
import { json, type RecordedRequest, serve } from '../../testing/httpServer.ts';
import { SmartcarError } from '../errors.ts';
import type { Authorization } from '../platform.ts';
import { createV2Platform } from './adapter.ts';
import { createClient } from './client.ts';

const NOW = Date.parse('2026-05-01T10:00:10Z');
const now = () => NOW;

async function platformThat(answer: Parameters<typeof serve>[0]) {
  const { origin, requests } = await serve(answer);
  const client = createClient({
    apiOrigin: origin,
    fetch,
    now,
    userAgent: 'Motorpool/0',
    // Nothing limits these calls.
    meter: { admit: async () => {}, record: () => {} },
  });
  return { platform: createV2Platform(client, now), requests };
}

function authorization(): Authorization & { renew: ReturnType<typeof vi.fn> } {
  return {
    token: async () => new Secret('old-token'),
    renew: vi.fn(async () => new Secret('new-token')),
  };
}

const HEADERS = {
  'sc-unit-system': 'metric',
  'sc-data-age': '2026-05-01T09:00:00.000Z',
  'sc-fetched-at': '2026-05-01T10:00:02.000Z',
};

/** Answers a batch with one item per path from `bodies`; the others are asked for in vain. */
function batch(bodies: Record<string, unknown>, headers: Record<string, string> = HEADERS) {
  return platformThat((request, response) => {
    const { requests } = JSON.parse(request.body) as { requests: { path: string }[] };
    const responses = requests
      .filter(({ path }) => path in bodies)
      .map(({ path }) => ({ path, code: 200, headers, body: bodies[path] }));
    json(response, 200, { responses });
  });
}

async function errorOf(work: Promise<unknown>): Promise<SmartcarError> {
  const error = await work.catch((reason: unknown) => reason);
  if (!(error instanceof SmartcarError)) throw new Error(`expected a SmartcarError, got ${error}`);
  return error;
}

const READ_NOTHING = { kinds: [], attributes: false, vin: false } as const;

describe('lists', () => {
  function paged(all: readonly string[], key: 'vehicles' | 'permissions', count = all.length) {
    return (request: RecordedRequest, response: Parameters<typeof json>[0]) => {
      const { searchParams } = new URL(request.url, 'http://x');
      const offset = Number(searchParams.get('offset'));
      const page = all.slice(offset, offset + Number(searchParams.get('limit')));
      json(response, 200, { [key]: page, paging: { count, offset } });
    };
  }

  test('vehicles come whole, in pages of 50', async () => {
    const ids = Array.from({ length: 120 }, (_, index) => `vehicle-${index}`);
    const { platform, requests } = await platformThat(paged(ids, 'vehicles'));
    expect(await platform.listVehicles(authorization())).toEqual(ids);
    expect(requests.map(({ url }) => url)).toEqual([
      '/v2.0/vehicles?limit=50&offset=0',
      '/v2.0/vehicles?limit=50&offset=50',
      '/v2.0/vehicles?limit=50&offset=100',
    ]);
    expect(requests[0]?.headers).toMatchObject({
      authorization: 'Bearer old-token',
      'sc-unit-system': 'metric',
      'user-agent': 'Motorpool/0',
    });
  });

  test('a count that promises too much does not ask for ever', async () => {
    const { platform, requests } = await platformThat(paged(['a'], 'vehicles', 99));
    expect(await platform.listVehicles(authorization())).toEqual(['a']);
    expect(requests).toHaveLength(2);
  });

  test('permissions need no paging block', async () => {
    const { platform } = await platformThat((_request, response) =>
      json(response, 200, { permissions: ['read_vin'] }),
    );
    expect(await platform.permissions(authorization(), 'v/1')).toEqual(['read_vin']);
  });
});

describe('a read', () => {
  test('asks for everything in one batch and normalises it', async () => {
    const { platform, requests } = await batch({
      '/': { id: 'v', make: 'TESLA', model: 'Model Y', year: 2023 },
      '/vin': { vin: '5YJ3E1EA7KF317000' },
      '/odometer': { distance: 41210.5 },
      '/battery': { percentRemaining: 0.71, range: 288.4 },
      '/charge': { isPluggedIn: true, state: 'CHARGING' },
      '/location': { latitude: 52.1, longitude: 4.9 },
      '/tires/pressure': { frontLeft: 220, frontRight: 221, backLeft: 219, backRight: 222 },
      '/engine/oil': { lifeRemaining: 0.44 },
      '/security': {
        isLocked: false,
        doors: [
          { type: 'frontLeft', status: 'OPEN' },
          { type: 'backLeft', status: 'CLOSED' },
        ],
        windows: [{ type: 'frontRight', status: 'UNKNOWN' }],
        storage: [{ type: 'rear' }],
      },
    });
    const kinds = [
      'odometer',
      'battery',
      'charge',
      'location',
      'tires',
      'engineOil',
      'security',
    ] as const;
    const answer = await platform.read(authorization(), 'v', {
      kinds,
      attributes: true,
      vin: true,
    });
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({ method: 'POST', url: '/v2.0/vehicles/v/batch' });
    expect(answer.identity).toEqual({
      make: 'TESLA',
      model: 'Model Y',
      year: 2023,
      vin: '5YJ3E1EA7KF317000',
    });
    expect(answer.readings.odometer).toEqual({
      ok: true,
      value: { distanceKm: 41210.5 },
      measuredAt: new Date('2026-05-01T09:00:00Z'),
      fetchedAt: new Date('2026-05-01T10:00:02Z'),
    });
    expect(answer.readings).toMatchObject({
      battery: { value: { fraction: 0.71, rangeKm: 288.4 } },
      charge: { value: { state: 'CHARGING', isPluggedIn: true } },
      location: { value: { latitude: 52.1, longitude: 4.9 } },
      tires: { value: { frontLeftKpa: 220, backRightKpa: 222 } },
      engineOil: { value: { lifeRemaining: 0.44 } },
      security: { value: { isLocked: false, open: [{ part: 'door', position: 'frontLeft' }] } },
    });
  });

  test('an answer in imperial units is converted', async () => {
    const { platform } = await batch(
      {
        '/odometer': { distance: 100 },
        '/fuel': { percentRemaining: 0.5, range: 100, amountRemaining: 10 },
        '/tires/pressure': { frontLeft: 32, frontRight: 32, backLeft: 32, backRight: 32 },
      },
      { ...HEADERS, 'sc-unit-system': 'imperial' },
    );
    const { readings } = await platform.read(authorization(), 'v', {
      ...READ_NOTHING,
      kinds: ['odometer', 'fuel', 'tires'],
    });
    const value = <T>(outcome: { ok: boolean; value?: T } | undefined) => outcome?.value as T;
    expect(value(readings.odometer)).toEqual({ distanceKm: 160.9344 });
    expect(value(readings.fuel)?.rangeKm).toBeCloseTo(160.9344);
    expect(value(readings.fuel)?.amountLitres).toBeCloseTo(37.854);
    expect(value(readings.tires)?.frontLeftKpa).toBeCloseTo(220.632);
  });

  test('an item that failed stands beside those that did not', async () => {
    const { platform } = await platformThat((_request, response) =>
      json(response, 200, {
        responses: [
          { path: '/odometer', code: 200, headers: HEADERS, body: { distance: 1 } },
          {
            path: '/fuel',
            code: 501,
            body: {
              type: 'COMPATIBILITY',
              code: 'VEHICLE_NOT_CAPABLE',
              statusCode: 501,
              requestId: 'r-1',
              resolution: { type: null },
            },
          },
          { path: '/battery', code: 200, headers: HEADERS, body: { percentRemaining: 71 } },
        ],
      }),
    );
    const { readings } = await platform.read(authorization(), 'v', {
      ...READ_NOTHING,
      kinds: ['odometer', 'fuel', 'battery', 'charge'],
    });
    expect(readings.odometer).toMatchObject({ ok: true });
    expect(readings.fuel).toMatchObject({
      ok: false,
      error: { qualifiedCode: 'COMPATIBILITY:VEHICLE_NOT_CAPABLE', requestId: 'r-1' },
    });
    // A percentage where a fraction belongs, and an item that is missing: neither is guessed at.
    expect(readings.battery).toMatchObject({ ok: false, error: { type: 'UNREADABLE' } });
    expect(readings.charge).toMatchObject({ ok: false, error: { type: 'UNREADABLE' } });
  });

  test('of nothing costs no call', async () => {
    const { platform, requests } = await batch({});
    expect(await platform.read(authorization(), 'v', READ_NOTHING)).toEqual({
      identity: {},
      readings: {},
    });
    expect(requests).toHaveLength(0);
  });
});

describe('errors', () => {
  test('a 401 gets one renewed token and one more try', async () => {
    const { platform, requests } = await platformThat((request, response) =>
      request.headers.authorization === 'Bearer new-token'
        ? json(response, 200, { vehicles: [] })
        : json(response, 401, { type: 'AUTHENTICATION', code: null }),
    );
    const auth = authorization();
    expect(await platform.listVehicles(auth)).toEqual([]);
    expect(auth.renew.mock.calls[0]?.[0].reveal()).toBe('old-token');
    expect(requests).toHaveLength(2);
  });

  test('a second 401 is final', async () => {
    const { platform, requests } = await platformThat((_request, response) =>
      json(response, 401, { type: 'AUTHENTICATION', code: null }),
    );
    const error = await errorOf(platform.listVehicles(authorization()));
    expect(error.qualifiedCode).toBe('AUTHENTICATION');
    expect(requests).toHaveLength(2);
  });

  test.each([
    ['120', 120],
    ['Fri, 01 May 2026 10:01:10 GMT', 60],
    ['soon', null],
  ])('retry-after %s is %s seconds', async (header, seconds) => {
    const { platform } = await platformThat((_request, response) => {
      response.setHeader('retry-after', header);
      json(response, 429, { type: 'RATE_LIMIT', code: 'VEHICLE' });
    });
    const error = await errorOf(platform.listVehicles(authorization()));
    expect(error).toMatchObject({ type: 'RATE_LIMIT', code: 'VEHICLE', retryAfter: seconds });
  });

  test('an old answer’s bare resolution, and a page to mend it at', async () => {
    const bodies = [
      { type: 'PERMISSION', resolution: 'REAUTHENTICATE' },
      { type: 'PERMISSION', resolution: { type: 'REAUTHENTICATE', url: 'https://mend.example' } },
    ];
    const { platform } = await platformThat((_request, response) =>
      json(response, 403, bodies.shift()),
    );
    expect((await errorOf(platform.listVehicles(authorization()))).resolutionUrl).toBeNull();
    expect((await errorOf(platform.listVehicles(authorization()))).resolutionUrl).toBe(
      'https://mend.example',
    );
  });

  test.each([
    ['a proxy’s page', 502, '<html>'],
    ['JSON of somebody else', 500, '{"oops":1}'],
    ['a page with status 200', 200, '<html>'],
  ])('%s is unreadable', async (_name, status, body) => {
    const { platform } = await platformThat((_request, response) =>
      response.writeHead(status, { 'content-type': 'text/html' }).end(body),
    );
    const error = await errorOf(platform.listVehicles(authorization()));
    expect(error).toMatchObject({ type: 'UNREADABLE', status, qualifiedCode: null });
  });

  test('no answer is no network', async () => {
    const { platform } = await platformThat((_request, response) => response.destroy());
    const error = await errorOf(platform.listVehicles(authorization()));
    expect(error).toMatchObject({ type: 'NETWORK', status: null });
  });
});

describe('disconnect', () => {
  test('ends the application’s access', async () => {
    const { platform, requests } = await platformThat((_request, response) =>
      json(response, 200, { status: 'success' }),
    );
    await platform.disconnect(authorization(), 'v');
    expect(requests[0]).toMatchObject({
      method: 'DELETE',
      url: '/v2.0/vehicles/v/application',
    });
  });

  test('a vehicle that is not connected counts as done', async () => {
    const { platform } = await platformThat((_request, response) =>
      json(response, 403, { type: 'PERMISSION', code: null }),
    );
    await expect(platform.disconnect(authorization(), 'v')).resolves.toBeUndefined();
  });

  test('any other refusal is one', async () => {
    const { platform } = await platformThat((_request, response) =>
      json(response, 500, { type: 'SERVER', code: 'INTERNAL' }),
    );
    expect((await errorOf(platform.disconnect(authorization(), 'v'))).type).toBe('SERVER');
  });
});
