import { expect, test, vi } from 'vitest';
import { createScreenActions } from './screenActions.ts';

test('the screen that is shown does it', () => {
  const actions = createScreenActions();
  const search = vi.fn();
  const end = actions.register('search', search);
  actions.run('search');
  expect(search).toHaveBeenCalledOnce();
  end();
  expect(actions.isHere('search')).toBe(false);
});

test('what no screen does is done once by the next one that can', () => {
  const actions = createScreenActions();
  const search = vi.fn();
  actions.run('search');
  actions.register('export', vi.fn());
  actions.register('search', search);
  actions.register('search', search);
  expect(search).toHaveBeenCalledOnce();
});
