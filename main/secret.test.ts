import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { Secret } from './secret.ts';

test('no usual way of printing gives a secret out', () => {
  const secret = new Secret('hunter2-hunter2');
  const printed = [
    `${secret}`,
    String(secret),
    JSON.stringify({ secret }),
    inspect(secret),
    inspect({ deep: { secret } }, { showHidden: true, depth: null }),
    Object.values(secret).join(),
  ];
  for (const text of printed) expect(text).not.toContain('hunter2');
  expect(secret.reveal()).toBe('hunter2-hunter2');
});
