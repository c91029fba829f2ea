import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SandboxProcess, startSandboxProcess } from '../../backend/testing/sandbox.ts';
import { type KeyringSession, startKeyringSession } from '../../build/keyring.ts';
import type { Found, Step } from '../testing/killed/orders.ts';
import { type Connections, createConnections, type Errand } from '../testing/killed/run.ts';

/** Connections that one process refreshes at the same time. */
const CARS = 3;
const LEAST_KILLS = 200;
/** Kills at no step of ours but at any moment, in milliseconds after a refresh has begun. */
const RANDOM_KILLS = 115;
const LATEST_KILL_MS = 40;

const GRACE_MS = 60_000;
const LIMIT_MS = 180_000;

/** Shorter than the margin of the app: every access token is one that has to be refreshed. */
const startSandbox = () => startSandboxProcess('--token-life', '30');

let keyring: KeyringSession;
const sandboxes: SandboxProcess[] = [];

function connectionsOf(service: string, sandbox: SandboxProcess): Connections {
  return createConnections({ sandbox, keyring, service });
}

async function ownSandbox(): Promise<SandboxProcess> {
  const sandbox = await startSandbox();
  sandboxes.push(sandbox);
  return sandbox;
}

const allWork = Object.fromEntries(
  Array.from({ length: CARS }, (_, index) => [`car-${index}`, 'works']),
);

/** How a connection may be found when the used refresh token has died between kill and start. */
const AFTER_GRACE: Readonly<Record<Step, readonly Found[]>> = {
  'before reading': ['works'],
  reading: ['works'],
  read: ['works'],
  'before the secret': ['works'],
  'before the request': ['works'],
  requesting: ['works', 'reconnect'],
  headers: ['reconnect'],
  body: ['reconnect'],
  'before writing': ['reconnect'],
  writing: ['works', 'reconnect'],
  written: ['works'],
  counted: ['works'],
  'handed out': ['works'],
};

/** One kill at each step that such a work goes through. */
async function killsAtEachStep(
  connections: Connections,
  work: 'once' | 'lost_answer',
): Promise<Errand[]> {
  const { steps } = await connections.run({ work });
  return steps.map((_step, killAt) => ({ work, killAt }));
}

function randomKills(): Errand[] {
  return Array.from({ length: RANDOM_KILLS }, () => ({
    work: 'forever' as const,
    killAfterMs: Math.random() * LATEST_KILL_MS,
  }));
}

const isLinux = process.platform === 'linux';

describe.skipIf(!isLinux)('a refresh whose process is killed', { concurrent: true }, () => {
  beforeAll(async () => {
    keyring = await startKeyringSession('unlocked');
  });
  afterAll(async () => {
    await Promise.all(sandboxes.map((sandbox) => sandbox.stop()));
    await keyring.stop();
  });

  test(`costs no connection at any of ${LEAST_KILLS} points, if it goes on within a minute`, {
    timeout: LIMIT_MS,
  }, async () => {
    const sandbox = await ownSandbox();
    const first = connectionsOf('first', sandbox);
    const second = connectionsOf('second', sandbox);
    await Promise.all([first.connect(CARS), second.connect(CARS)]);
    const errands = [
      ...(await killsAtEachStep(first, 'once')),
      ...(await killsAtEachStep(first, 'lost_answer')),
      ...randomKills(),
    ].values();
    const killedAt: (Step | null)[] = [];

    async function workThrough(connections: Connections): Promise<void> {
      for (const errand of errands) {
        // Every start first refreshes all, and so finds what the kill before has cost.
        const run = await connections.run(errand);
        expect(run.found).toEqual(allWork);
        if (run.wasKilled) killedAt.push(run.killedAt);
      }
      expect((await connections.run({ work: 'none' })).found).toEqual(allWork);
    }

    await Promise.all([workThrough(first), workThrough(second)]);
    expect(killedAt.length).toBeGreaterThanOrEqual(LEAST_KILLS);
    const steps = new Set(killedAt.filter((step) => step !== null));
    expect([...steps].sort()).toEqual(Object.keys(AFTER_GRACE).sort());
  });

  test('beyond the minute costs one only where Smartcar had given the pair, and says so', {
    timeout: LIMIT_MS,
  }, async () => {
    const sandbox = await ownSandbox();
    const connections = connectionsOf('beyond', sandbox);
    await connections.connect(1);
    const found = new Map<Step, Found | undefined>();
    for (const errand of await killsAtEachStep(connections, 'once')) {
      const { killedAt } = await connections.run(errand);
      await sandbox.admin('POST', '/clock/advance', { ms: GRACE_MS });
      const after = (await connections.run({ work: 'none' })).found['car-0'];
      if (!killedAt) continue;
      found.set(killedAt, after);
      expect(AFTER_GRACE[killedAt], `killed ${killedAt}`).toContain(after);
      if (after === 'reconnect') await connections.connect(1);
    }
    expect([...found.keys()].sort()).toEqual(Object.keys(AFTER_GRACE).sort());
  });

  test('and which finds the keychain locked afterwards is no sign-out', {
    timeout: LIMIT_MS,
  }, async () => {
    const own = await startKeyringSession('unlocked');
    try {
      const connections = createConnections({
        sandbox: await ownSandbox(),
        keyring: own,
        service: 'locked',
      });
      await connections.connect(1);
      await connections.run({ work: 'forever', killAfterMs: 10 });
      await own.lock();
      const locked = await connections.run({ work: 'none' });
      expect(locked.found).toEqual({ 'car-0': 'tokens_unavailable' });
      await own.unlock();
      expect((await connections.run({ work: 'none' })).found).toEqual({ 'car-0': 'works' });
    } finally {
      await own.stop();
    }
  });
});
