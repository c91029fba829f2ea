import { expect, test, vi } from 'vitest';
import { createClock } from './clock.ts';

function heldClock() {
  let time = 1000;
  let tick = () => {};
  const stop = vi.fn();
  const repeat = vi.fn((next: () => void) => {
    tick = next;
    return stop;
  });
  const clock = createClock({ now: () => time, repeat });
  const pass = (ms: number) => {
    time += ms;
  };
  return { clock, pass, tick: () => tick(), repeat, stop };
}

test('stands still between ticks', () => {
  const { clock, pass, tick } = heldClock();
  const listener = vi.fn();
  clock.subscribe(listener);
  pass(500);
  expect(clock.now()).toBe(1000);
  tick();
  expect(clock.now()).toBe(1500);
  expect(listener).toHaveBeenCalledOnce();
});

test('runs one timer for all listeners and only while there are any', () => {
  const { clock, pass, repeat, stop } = heldClock();
  const ends = [clock.subscribe(() => {}), clock.subscribe(() => {})];
  expect(repeat).toHaveBeenCalledOnce();
  ends[0]?.();
  expect(stop).not.toHaveBeenCalled();
  ends[1]?.();
  expect(stop).toHaveBeenCalledOnce();
  pass(9000);
  clock.subscribe(() => {});
  expect(repeat).toHaveBeenCalledTimes(2);
  expect(clock.now()).toBe(10_000);
});
