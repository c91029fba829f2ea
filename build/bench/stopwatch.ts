import type { Page } from '@playwright/test';

/** How long nothing may change on the screen for the answer to be whole. */
const QUIET_MS = 400;
/** How long the first change may take to come. */
const LIMIT_MS = 5_000;

interface Watch {
  readonly event: 'keydown' | 'click';
  readonly quietMs: number;
  readonly limitMs: number;
}

/**
 * Runs in the page: from the moment of the next key or click, as the system gave it, to the end of the
 * frame that painted the last change of the table's rows. `null` where nothing changed.
 */
function watchRows({ event, quietMs, limitMs }: Watch): { readonly time: Promise<number | null> } {
  const { promise: time, resolve } = Promise.withResolvers<number | null>();
  const grid = () => document.querySelector('[role=grid]');
  const shown = () => {
    const rows = document.querySelectorAll<HTMLElement>('[role=grid] [data-testid=vehicle-row]');
    const ids = [...rows].map((row) => `${row.ariaRowIndex} ${row.dataset.vehicleId}`);
    return [grid()?.getAttribute('aria-rowcount'), ...ids.sort()].join('\n');
  };
  const before = shown();
  let start = Number.NaN;
  let last = before;
  let painted: number | null = null;

  const finish = () => {
    observer.disconnect();
    resolve(painted === null ? null : painted - start);
  };
  let waiting = 0;
  const afterPaint = (then: () => void) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage(null);
    });
  const observer = new MutationObserver(() => {
    const now = shown();
    if (now === last) return;
    last = now;
    afterPaint(() => {
      painted = performance.now();
      clearTimeout(waiting);
      waiting = window.setTimeout(finish, quietMs);
    });
  });
  window.addEventListener(
    event,
    ({ timeStamp }) => {
      start = timeStamp;
      waiting = window.setTimeout(finish, limitMs);
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    },
    { capture: true, once: true },
  );
  return { time };
}

/** Milliseconds from a person's key or click to the paint of the rows that it brings; `null` where it brings none. */
export async function timeUntilPainted(
  page: Page,
  event: Watch['event'],
  act: () => Promise<unknown>,
): Promise<number | null> {
  const watch = await page.evaluateHandle(watchRows, {
    event,
    quietMs: QUIET_MS,
    limitMs: LIMIT_MS,
  });
  await act();
  return watch.evaluate(({ time }) => time);
}

/** Waits until the table knows all of so many vehicles. */
export async function waitForVehicles(page: Page, count: number): Promise<void> {
  await page.waitForFunction((rows) => {
    const grid = document.querySelector('[role=grid]');
    return grid?.ariaRowCount === String(rows) && grid.ariaBusy !== 'true';
  }, count + 1);
}
