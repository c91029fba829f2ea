import { expect, test } from 'vitest';
import { longestTaskOf, type TraceEvent } from './longTasks.ts';

const task = (pid: number, dur: number): TraceEvent => ({
  name: 'ThreadControllerImpl::RunTask',
  pid,
  tid: 1,
  dur,
  args: {},
});
const thread = (pid: number, name: string): TraceEvent => ({
  name: 'thread_name',
  pid,
  tid: 1,
  dur: 0,
  args: { name },
});

test('the longest task is one of the page, not of another process', () => {
  const events = [task(7, 90_000), task(8, 12_500), task(8, 300), thread(8, 'CrRendererMain')];
  expect(longestTaskOf([...events, thread(7, 'CrBrowserMain')])).toBe(12.5);
});

test('no task at all is no good news', () => {
  expect(() => longestTaskOf([thread(8, 'CrRendererMain')])).toThrow('No task');
});
