import { expect, test } from 'vitest';
import { bestAction } from './bestAction.ts';

test('what stands in the way of reading comes first', () => {
  expect(bestAction({ access: 'reconnect', paused: true })).toBe('reconnect');
  expect(bestAction({ access: 'tokens_unavailable', paused: false })).toBe('keychain');
  expect(bestAction({ access: 'ok', paused: true })).toBe('resume');
  expect(bestAction({ access: 'ok', paused: false })).toBe('refresh');
});
