import { expect, test } from 'vitest';
import { redact } from './redact.ts';

test.each([
  ['token 7c0e3c5a-2f61-4a7e-9b1d-5d0f7e6a1c42 refused', 'token [id] refused'],
  ['GET https://x.example/cb?code=abc&state=def failed', 'GET https://x.example/cb?[…] failed'],
  [`state ${'aB3_-'.repeat(8)} was wrong`, 'state […] was wrong'],
  ['connected WBA12345678901234.', 'connected [VIN].'],
  ['car 5yj3e1ea7kf317000 read', 'car [VIN] read'],
  ['at 52.520008, -122.419416', 'at [degrees], [degrees]'],
  ['{"latitude": 52.5, "longitude": 13}', '{"latitude": […], "longitude": […]}'],
  ['open sc1://connect#access_token=abc now', 'open sc1://connect#[…] now'],
  ['client_secret=short code: "abc1" state=x', 'client_secret=[…] code: […] state=[…]'],
  ['authorization: Bearer abc.def refused', 'authorization: […] […] refused'],
  ['got eyJhbGciOi.eyJzdWIi.c2ln here', 'got […] here'],
  ['http://ada:pw@proxy.example:8080 failed', 'http://[…]@proxy.example:8080 failed'],
  ['mail to ada@fleet.example', 'mail to [mail]'],
  [
    'uncaught Error at run (app:///main/index.js:120:31)',
    'uncaught Error at run (app:///main/index.js:120:31)',
  ],
  ['connect.phase attempt=A7F3 phase=waiting', 'connect.phase attempt=A7F3 phase=waiting'],
])('%s', (text, redacted) => {
  expect(redact(text)).toBe(redacted);
});

test('what is redacted stays as it is', () => {
  const text = redact('token=abc vin: WBA12345678901234 https://x.example/?code=1 Bearer abc');
  expect(redact(text)).toBe(text);
});
