import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import { connectDevTools, type DevTools, devToolsAddress } from './devTools.ts';

/** An app to start, by its folder or main file, and the profile folder that it starts with. */
export interface Candidate {
  readonly app: string;
  readonly profile: string;
}

export interface Machine {
  readonly executable: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** Looking in costs the app time, so it is left alone until it has surely painted. */
const LEFT_ALONE_MS = 2_000;
const POLL_MS = 50;
const PAINT_LIMIT_MS = 20_000;
const END_LIMIT_MS = 10_000;

/** Runs in the page: when the marked text was painted, by the wall clock (Element Timing). */
function readPaint(limitMs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    setTimeout(
      () => reject(new Error(`Nothing was painted; the page says: ${document.body.textContent}`)),
      limitMs,
    );
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (
          'renderTime' in entry &&
          'identifier' in entry &&
          entry.identifier === 'first-vehicle'
        ) {
          resolve(performance.timeOrigin + Number(entry.renderTime));
        }
      }
    }).observe({ type: 'element', buffered: true });
  });
}

const targets = z.object({
  targetInfos: z.array(z.object({ targetId: z.string(), type: z.string(), url: z.string() })),
});
const attached = z.object({ sessionId: z.string() });
const evaluated = z.union([
  z.object({ exceptionDetails: z.object({ exception: z.object({ description: z.string() }) }) }),
  z.object({ result: z.object({ value: z.number() }) }),
]);

async function mainPage(devTools: DevTools): Promise<string> {
  const deadline = Date.now() + PAINT_LIMIT_MS;
  while (Date.now() < deadline) {
    const { targetInfos } = targets.parse(await devTools.call('Target.getTargets'));
    const page = targetInfos.find(({ type, url }) => type === 'page' && url.endsWith('index.html'));
    if (page) return page.targetId;
    await delay(POLL_MS);
  }
  throw new Error('The window did not open');
}

async function paintedAt(devTools: DevTools): Promise<number> {
  const targetId = await mainPage(devTools);
  const session = await devTools.call('Target.attachToTarget', { targetId, flatten: true });
  const { sessionId } = attached.parse(session);
  const answer = await devTools.call(
    'Runtime.evaluate',
    { expression: `(${readPaint})(${PAINT_LIMIT_MS})`, awaitPromise: true, returnByValue: true },
    sessionId,
  );
  const outcome = evaluated.parse(answer);
  if ('exceptionDetails' in outcome)
    throw new Error(outcome.exceptionDetails.exception.description);
  return outcome.result.value;
}

/**
 * Milliseconds from the start of the process to the first paint of the marked text. The start is an
 * ordinary one in the candidate's profile and leaves there what such a start leaves.
 */
export async function measureFirstPaint(candidate: Candidate, machine: Machine): Promise<number> {
  const start = performance.timeOrigin + performance.now();
  const child = spawn(
    machine.executable,
    [
      ...machine.args,
      '--remote-debugging-port=0',
      `--user-data-dir=${candidate.profile}`,
      candidate.app,
    ],
    { env: machine.env, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const exit = once(child, 'exit');
  try {
    const address = await devToolsAddress(child.stderr);
    await delay(LEFT_ALONE_MS);
    const devTools = await connectDevTools(address);
    const painted = await paintedAt(devTools);
    // Answered by the end of the connection, not by a result.
    devTools.call('Browser.close').catch(() => undefined);
    const killer = setTimeout(() => child.kill('SIGKILL'), END_LIMIT_MS);
    await exit;
    clearTimeout(killer);
    return painted - start;
  } finally {
    child.kill('SIGKILL');
    await exit;
  }
}

/** The same in a copy of the profile, so that every run starts from the same state. */
export async function measureInCopy(candidate: Candidate, machine: Machine): Promise<number> {
  const profile = await mkdtemp(join(tmpdir(), 'motorpool-bench-'));
  try {
    await cp(candidate.profile, profile, { recursive: true });
    return await measureFirstPaint({ ...candidate, profile }, machine);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}
