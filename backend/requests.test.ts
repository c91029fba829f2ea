import { afterAll, beforeAll, expect, test } from 'vitest';
import { createToken } from './staff/tokenFile.ts';
import { type Answer, asker, json, startTestBackend } from './testing/backend.ts';
import { readContract } from './testing/contract.ts';
import { type SandboxProcess, startSandboxProcess } from './testing/sandbox.ts';

const VIN = '5YJ3E1EA7KF317000';
const redirectUri = 'http://localhost:53682/callback';

const contract = readContract();
let sandbox: SandboxProcess;
let staff: { token: string; line: string };

beforeAll(async () => {
  [sandbox, staff] = await Promise.all([startSandboxProcess(), createToken('anna')]);
});
afterAll(() => sandbox.stop());

async function ask(method: string, path: string, init?: RequestInit): Promise<Answer> {
  const backend = await startTestBackend(sandbox, [staff.line]);
  return asker(backend.url, staff.token)(method, path, init);
}

const isTaken = ({ body }: Answer) => body.code !== 'invalid_request';

test.each([
  ['ExchangeRequest', 'as small as can be', { code: 'c', redirectUri }],
  ['ExchangeRequest', 'with all members', { code: 'c', redirectUri, mode: 'simulated' }],
  ['ExchangeRequest', 'an unknown mode', { code: 'c', redirectUri, mode: 'production' }],
  ['ExchangeRequest', 'an unknown member', { code: 'c', redirectUri, scope: 'read_vin' }],
  ['ExchangeRequest', 'an empty redirect URI', { code: 'c', redirectUri: '' }],
  ['ExchangeRequest', 'a code beyond ASCII', { code: 'ü', redirectUri }],
  ['ExchangeRequest', 'the longest code', { code: 'c'.repeat(2048), redirectUri }],
  ['ExchangeRequest', 'a longer one', { code: 'c'.repeat(2049), redirectUri }],
  ['ExchangeRequest', 'a number for a code', { code: 7, redirectUri }],
  ['ExchangeRequest', 'a list', []],
  ['RefreshRequest', 'as it should be', { refreshToken: 'r' }],
  ['RefreshRequest', 'an empty token', { refreshToken: '' }],
  ['RefreshRequest', 'a line break', { refreshToken: 'r\n' }],
  ['RefreshRequest', 'an unknown member', { refreshToken: 'r', mode: 'live' }],
  ['RefreshRequest', 'nothing', null],
])('%s, %s, is taken or refused as openapi.yaml says', async (schema, _what, body) => {
  const path = schema === 'ExchangeRequest' ? '/v1/exchange' : '/v1/refresh';
  expect(isTaken(await ask('POST', path, json(body)))).toBe(contract.describes(schema, body));
});

test.each([
  ['/v1/compatibility', { vin: VIN, scope: 'read_vin' }],
  ['/v1/compatibility', { vin: VIN.toLowerCase(), scope: 'required:read_vin read_fuel' }],
  ['/v1/compatibility', { vin: VIN, scope: 'read_vin', country: 'de' }],
  ['/v1/compatibility', { vin: VIN, scope: 'read_vin', country: 'DEU' }],
  ['/v1/compatibility', { vin: VIN, scope: '' }],
  ['/v1/compatibility', { vin: VIN, scope: 'read_vin,read_fuel' }],
  ['/v1/compatibility', { vin: VIN.replace('1', 'I'), scope: 'read_vin' }],
  ['/v1/compatibility', { vin: VIN, scope: 'read_vin', mode: 'live' }],
  ['/v1/compatibility/matrix', { region: 'US' }],
  ['/v1/compatibility/matrix', { region: 'US', type: 'BEV', make: 'TESLA BMW' }],
  ['/v1/compatibility/matrix', { region: 'us' }],
  ['/v1/compatibility/matrix', { region: 'US', type: 'STEAM' }],
  ['/v1/compatibility/matrix', { region: 'US', make: 'TESLA, BMW' }],
  ['/v1/compatibility/matrix', { region: 'US', scope: 'read_vin' }],
])('GET %s with %j is taken or refused as openapi.yaml says', async (path, query) => {
  const answer = await ask('GET', `${path}?${new URLSearchParams(query)}`);
  expect(isTaken(answer)).toBe(contract.describesQuery(path, query));
});
