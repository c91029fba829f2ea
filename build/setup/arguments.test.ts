import { expect, test } from 'vitest';
import { hasDisplay, readStartArguments } from './arguments.mjs';

test('arguments that are not ours go to the app, in their order', () => {
  expect(readStartArguments(['--x', '--demo', 'y'])).toEqual({
    demo: true,
    json: false,
    app: ['--x', 'y'],
  });
});

test('without arguments the app is opened', () => {
  expect(readStartArguments([])).toEqual({ demo: false, json: false, app: [] });
});

test('asking for JSON is asking for the demo', () => {
  expect(readStartArguments(['--json'])).toMatchObject({ demo: true, json: true });
});

test.each([
  ['linux', {}, false],
  ['linux', { DISPLAY: '' }, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['darwin', {}, true],
  ['win32', {}, true],
] as const)('on %s with %o a display is there: %s', (platform, env, there) => {
  expect(hasDisplay(platform, env)).toBe(there);
});
