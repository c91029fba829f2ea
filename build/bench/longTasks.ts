import type { Page } from '@playwright/test';
import * as z from 'zod';

/**
 * Chromium's own record of what its threads ran. The page's `longtask` entries tell of nothing below
 * 50 ms, so they could not tell how near to it the longest task came.
 */
const CATEGORY = 'toplevel';
const TASK = 'ThreadControllerImpl::RunTask';
const MAIN_THREAD = 'CrRendererMain';

const eventSchema = z.object({
  name: z.string(),
  pid: z.number(),
  tid: z.number(),
  /** Microseconds. */
  dur: z.number().default(0),
  args: z.object({ name: z.string().optional() }).default({}),
});
export type TraceEvent = z.infer<typeof eventSchema>;

const collected = z.object({ value: z.array(eventSchema) });

const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;

/** Milliseconds of the longest task on the main thread of a page. */
export function longestTaskOf(events: readonly TraceEvent[]): number {
  const mainThreads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args.name === MAIN_THREAD)
      .map(threadOf),
  );
  const tasks = events.filter((event) => event.name === TASK && mainThreads.has(threadOf(event)));
  if (tasks.length === 0) throw new Error('No task of a page was recorded');
  return tasks.reduce((longest, { dur }) => Math.max(longest, dur), 0) / 1000;
}

/** The longest task of the page's main thread while `work` goes on, in milliseconds. */
export async function longestTaskDuring(page: Page, work: () => Promise<void>): Promise<number> {
  const devTools = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  devTools.on('Tracing.dataCollected', (data) => {
    for (const event of collected.parse(data).value) {
      if (event.name === TASK || event.name === 'thread_name') events.push(event);
    }
  });
  await devTools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: [CATEGORY], excludedCategories: ['*'] },
  });
  await work();
  const complete = new Promise((resolve) => devTools.once('Tracing.tracingComplete', resolve));
  await devTools.send('Tracing.end');
  await complete;
  await devTools.detach();
  return longestTaskOf(events);
}
