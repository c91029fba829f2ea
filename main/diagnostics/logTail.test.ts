import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseLog, readLogTail, SHOWN_LINES } from './logTail.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'motorpool-log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const line = (number: number) => `[2026-11-25 10:00:00.000] info line ${number}\n`;

test('a stack trace has the time and level of its error', () => {
  const lines = parseLog(
    '[2026-11-25 10:00:00.000] error uncaught Error: x\n    at run (a.js:1:2)\n',
  );
  expect(lines).toEqual([
    { time: '2026-11-25 10:00:00.000', level: 'error', text: 'uncaught Error: x' },
    { time: '2026-11-25 10:00:00.000', level: 'error', text: '    at run (a.js:1:2)' },
  ]);
});

test('the newest lines are told, over the change of files, once per change', async () => {
  const lines = Array.from({ length: SHOWN_LINES }, (_, number) => line(number));
  writeFileSync(join(folder, 'main.old.log'), lines.join(''));
  writeFileSync(join(folder, 'main.log'), line(9_999));
  const tail = await readLogTail(folder, null);
  expect(tail?.lines.at(-1)?.text).toBe('line 9999');
  expect(tail?.lines[0]?.text).toBe('line 1');
  expect(await readLogTail(folder, tail?.version ?? null)).toBeNull();
  writeFileSync(join(folder, 'main.log'), line(9_999) + line(10_000));
  expect((await readLogTail(folder, tail?.version ?? null))?.lines.at(-1)?.text).toBe('line 10000');
});

test('without a log there are no lines', async () => {
  expect((await readLogTail(folder, null))?.lines).toEqual([]);
});

test('what an older version wrote is redacted when it is read', () => {
  const [told] = parseLog('[2026-11-25 10:00:00.000] info vin WBA12345678901234 at 52.520008\n');
  expect(told?.text).toBe('vin [VIN] at [degrees]');
});
