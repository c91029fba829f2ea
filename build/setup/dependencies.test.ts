import { expect, test } from 'vitest';
import { isInstalled } from './dependencies.mjs';

const locked = {
  '': {},
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/b-linux': { version: '2.0.0', integrity: 'sha512-b', optional: true },
};
const a = { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } };
const b = { 'node_modules/b-linux': { version: '2.0.0', integrity: 'sha512-b', optional: true } };

test('all packages are there', () => {
  expect(isInstalled(locked, { ...a, ...b })).toBe(true);
});

test('a package for another system may be missing', () => {
  expect(isInstalled(locked, a)).toBe(true);
});

test('a package that every system needs may not be missing', () => {
  expect(isInstalled(locked, b)).toBe(false);
});

test('another version is not the one', () => {
  const other = { 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } };
  expect(isInstalled(locked, other)).toBe(false);
});

test('other content under the same version is not the one', () => {
  const other = { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-x' } };
  expect(isInstalled(locked, other)).toBe(false);
});

test('a package that the lockfile no longer has must go', () => {
  expect(isInstalled(locked, { ...a, 'node_modules/c': { version: '1.0.0' } })).toBe(false);
});
