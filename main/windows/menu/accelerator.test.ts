import { expect, test } from 'vitest';
import { acceleratorOf } from './accelerator.ts';

test.each([
  ['Mod+n', 'CommandOrControl+N'],
  ['Mod+Shift+m', 'CommandOrControl+Shift+M'],
  ['Mod+,', 'CommandOrControl+,'],
  ['Mod+/', 'CommandOrControl+/'],
  ['Mod++', 'CommandOrControl+Plus'],
  ['Mod+1', 'CommandOrControl+1'],
  ['F5', 'F5'],
  ['Mod+Shift+F12', 'CommandOrControl+Shift+F12'],
  ['Mod+Alt+ArrowUp', 'CommandOrControl+Alt+Up'],
  ['?', null],
  ['/', null],
  ['r', null],
  ['Mod+ö', null],
  ['Hyper+x', null],
  ['', null],
  [null, null],
])('%s', (key, accelerator) => {
  expect(acceleratorOf(key)).toBe(accelerator);
});
