import { expect, test } from 'vitest';
import { redact } from './log.ts';

test.each([
  ['token 7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42 refused', 'token [id] refused'],
  ['GET https://x.example/cb?code=abc&state=def failed', 'GET https://x.example/cb?[…] failed'],
  [`state ${'aB3_-'.repeat(8)} was wrong`, 'state […] was wrong'],
  ['connect.phase attempt=A7F3 phase=waiting', 'connect.phase attempt=A7F3 phase=waiting'],
])('%s', (text, redacted) => {
  expect(redact(text)).toBe(redacted);
});
