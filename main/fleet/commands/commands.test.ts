import type { ServerResponse } from 'node:http';
import { describe, expect, test, vi } from 'vitest';
import { TokenError } from '../../exchange/tokenError.ts';
import { type CommandsSetUp, commandable, commandsSetUp } from '../../testing/commands.ts';
import { json, type RecordedRequest, serve } from '../../testing/httpServer.ts';

const NOW = Date.parse('2026-05-12T08:00:00.000Z');
const LOCK = { kind: 'lock' } as const;
const DONE = { ok: true, value: null };

const isCommand = ({ url }: RecordedRequest) => url.endsWith('/security');
const vehicleOf = ({ url }: RecordedRequest) => url.split('/').at(-2) ?? '';

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly code?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function refuse(response: ServerResponse, { status, type, code, headers }: Answer): void {
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
  json(response, status, { statusCode: status, type, code, description: '', requestId: 'r-1' });
}

function accept(response: ServerResponse): void {
  json(response, 200, { status: 'success', message: 'Successfully sent request to vehicle' });
}

/** What the car says of its locks, measured at this moment. */
function locks(response: ServerResponse, isLocked: boolean, measuredAt: string): void {
  const headers = { 'sc-data-age': measuredAt, 'sc-fetched-at': measuredAt };
  const body = { isLocked, doors: [], windows: [], sunroof: [], storage: [], chargingPort: [] };
  json(response, 200, { responses: [{ path: '/security', code: 200, body, headers }] });
}

/** Commands for these vehicles at a Smartcar that answers commands and reads like this. */
async function setUp(
  ids: readonly string[],
  answers: {
    readonly command?: (id: string, response: ServerResponse) => void;
    readonly read?: (response: ServerResponse) => void;
  } = {},
  options: Partial<CommandsSetUp> = {},
) {
  const { origin, requests } = await serve((request, response) => {
    if (isCommand(request))
      (answers.command ?? ((_, to) => accept(to)))(vehicleOf(request), response);
    else (answers.read ?? ((to) => locks(to, false, '2026-05-12T07:00:00.000Z')))(response);
  });
  const vehicles = ids.map((id) => commandable(id));
  const set = await commandsSetUp({ origin, now: NOW, vehicles, ...options });
  return { ...set, sent: () => requests.filter(isCommand).map(vehicleOf) };
}

describe('a run', () => {
  test('sends to each vehicle once, tells each result as it comes, and keeps who and when', async () => {
    const { commands, reached, remembered, sent, told } = await setUp(['a', 'b'], {
      command: (id, response) =>
        id === 'b'
          ? refuse(response, { status: 409, type: 'VEHICLE_STATE', code: 'DOOR_OPEN' })
          : accept(response),
    });
    expect(await commands.run(LOCK, ['a', 'b'])).toEqual(DONE);
    expect(await reached('b', 'failed')).toMatchObject({
      problem: { reason: 'car_state', code: 'VEHICLE_STATE:DOOR_OPEN', requestId: 'r-1' },
    });
    await reached('a', 'accepted');
    expect(sent().toSorted()).toEqual(['a', 'b']);
    expect(await remembered('a', 'accepted')).toMatchObject({
      by: 'anna',
      command: LOCK,
      sentAt: '2026-05-12T08:00:00.000Z',
      startedAt: '2026-05-12T08:00:00.000Z',
    });
    expect(told[0]?.items.map(({ step }) => step)).toEqual(['waiting', 'waiting']);
  });

  test('has no more than two under way', async () => {
    const open: ServerResponse[] = [];
    const { commands, reached } = await setUp(['a', 'b', 'c', 'd'], {
      command: (_, response) => void open.push(response),
    });
    await commands.run(LOCK, ['a', 'b', 'c', 'd']);
    await vi.waitFor(() => expect(open).toHaveLength(2));
    const steps = () => commands.current()?.items.map(({ step }) => step);
    expect(steps()).toEqual(['sent', 'sent', 'waiting', 'waiting']);
    for (const response of open.splice(0)) accept(response);
    await vi.waitFor(() => expect(open).toHaveLength(2));
    expect(steps()).toEqual(['accepted', 'accepted', 'sent', 'sent']);
    for (const response of open.splice(0)) accept(response);
    await reached('d', 'accepted');
  });

  test('is tried again only where it failed', async () => {
    let isBad = true;
    const { commands, reached, sent } = await setUp(['a', 'b'], {
      command: (id, response) =>
        isBad && id === 'b'
          ? refuse(response, { status: 502, type: 'UPSTREAM', code: 'NO_RESPONSE' })
          : accept(response),
    });
    await commands.run(LOCK, ['a', 'b']);
    await reached('b', 'failed');
    await reached('a', 'accepted');
    isBad = false;
    expect(await commands.retryFailed()).toEqual(DONE);
    await reached('b', 'accepted');
    expect(commands.current()?.items.map(({ vehicleId }) => vehicleId)).toEqual(['b']);
    expect(sent().toSorted()).toEqual(['a', 'b', 'b']);
  });

  test('that is called off sends nothing more', async () => {
    const open: ServerResponse[] = [];
    const { commands, item, reached, sent } = await setUp(['a', 'b', 'c'], {
      command: (_, response) => void open.push(response),
    });
    await commands.run(LOCK, ['a', 'b', 'c']);
    await vi.waitFor(() => expect(open).toHaveLength(2));
    commands.cancelRest();
    for (const response of open) accept(response);
    await reached('a', 'accepted');
    await reached('b', 'accepted');
    expect(item('c').step).toBe('cancelled');
    expect(sent()).toHaveLength(2);
  });

  test('keeps another from beginning only while it is being sent', async () => {
    const open: ServerResponse[] = [];
    const { commands, reached } = await setUp(['a', 'b'], {
      command: (_, response) => void open.push(response),
    });
    await commands.run(LOCK, ['a']);
    expect(await commands.run(LOCK, ['b'])).toEqual({ ok: false, failure: 'already_running' });
    await vi.waitFor(() => expect(open).toHaveLength(1));
    for (const response of open.splice(0)) accept(response);
    await reached('a', 'accepted');
    expect(await commands.run(LOCK, ['b'])).toEqual(DONE);
    await vi.waitFor(() => expect(open).toHaveLength(1));
    for (const response of open.splice(0)) accept(response);
    await reached('b', 'accepted');
  });
});

describe('what goes wrong ends in its own reason, and is not sent again', () => {
  test.each<[string, Answer, object]>([
    ['asleep', { status: 409, type: 'VEHICLE_STATE', code: 'ASLEEP' }, { reason: 'car_state' }],
    [
      'asked too often',
      { status: 429, type: 'RATE_LIMIT', code: 'VEHICLE', headers: { 'retry-after': '120' } },
      { reason: 'later', retryAt: '2026-05-12T08:02:00.000Z' },
    ],
    [
      'out of the plan',
      { status: 430, type: 'BILLING', code: 'VEHICLE_REQUEST_LIMIT' },
      { reason: 'not_in_plan' },
    ],
    ['the maker', { status: 502, type: 'UPSTREAM', code: 'NO_RESPONSE' }, { reason: 'failed' }],
    ['the permission', { status: 403, type: 'PERMISSION' }, { reason: 'not_granted' }],
  ])('%s', async (_, answer, problem) => {
    const { commands, reached, sent } = await setUp(['a'], {
      command: (_id, response) => refuse(response, answer),
    });
    await commands.run(LOCK, ['a']);
    expect((await reached('a', 'failed')).problem).toMatchObject(problem);
    expect(sent()).toEqual(['a']);
  });

  test('no answer: the car may have obeyed, and after two of them the rest is not sent', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const { commands, reached, sent } = await setUp(ids, {
      command: (_, response) => void response.destroy(),
    });
    await commands.run(LOCK, ids);
    expect((await reached('a', 'failed')).problem?.reason).toBe('offline');
    for (const id of ['d', 'e', 'f']) {
      expect((await reached(id, 'failed')).problem?.reason).toBe('not_sent');
    }
    // A third may have left between the two failures, and no more.
    expect(sent().length).toBeLessThanOrEqual(3);
  });

  test('an access that has ended asks for connecting again', async () => {
    const ended = async () => {
      throw new TokenError('reconnect');
    };
    const { commands, reached, sent } = await setUp(
      ['a'],
      {},
      { authorization: { token: ended, renew: ended } },
    );
    await commands.run(LOCK, ['a']);
    expect((await reached('a', 'failed')).problem?.reason).toBe('reconnect');
    expect(sent()).toEqual([]);
  });
});

describe('the car itself', () => {
  test('confirms with a value that it measured after the command', async () => {
    const { clock, commands, reached, remembered } = await setUp(['a'], {
      read: (response) => locks(response, true, '2026-05-12T08:00:05.000Z'),
    });
    await commands.run(LOCK, ['a']);
    await reached('a', 'accepted');
    await clock.awaited(10_000);
    clock.advance(10_000);
    expect(await reached('a', 'confirmed')).toMatchObject({
      confirmedAt: '2026-05-12T08:00:05.000Z',
    });
    await remembered('a', 'confirmed');
    await vi.waitFor(() => expect(commands.current()?.isOver).toBe(true));
  });

  test('leaves it unconfirmed where its values stay as they were', async () => {
    const { clock, commands, item, reached } = await setUp(['a']);
    await commands.run(LOCK, ['a']);
    await reached('a', 'accepted');
    for (const ms of [10_000, 20_000]) {
      await clock.awaited(ms);
      clock.advance(ms);
    }
    expect(item('a').step).toBe('accepted');
    await vi.waitFor(() => {
      clock.advance(60_000);
      expect(item('a').step).toBe('unconfirmed');
    });
  });
});

test('what was on its way when the process ended is remembered as unanswered', async () => {
  const { commands, localCopy } = await setUp(['a'], { command: () => undefined });
  await commands.run(LOCK, ['a']);
  await vi.waitFor(async () => {
    const [record] = await localCopy.commands('a', 1);
    expect(record).toMatchObject({ step: 'failed', problem: { reason: 'offline' } });
  });
});
