import { rename, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createToken, matchesToken, parseTokenFile, TokenFileError } from './staff/tokenFile.ts';
import { createVerifier } from './staff/verifier.ts';
import { type Answer, asker, startTestBackend, type TestBackend } from './testing/backend.ts';
import { type SandboxProcess, startSandboxProcess } from './testing/sandbox.ts';

type Staff = Awaited<ReturnType<typeof createToken>>;

let sandbox: SandboxProcess;
let anna: Staff;
let ben: Staff;

beforeAll(async () => {
  [sandbox, anna, ben] = await Promise.all([
    startSandboxProcess(),
    createToken('anna'),
    createToken('ben'),
  ]);
});
afterAll(() => sandbox.stop());

const statusAs = async (backend: TestBackend, token: string | null): Promise<number> =>
  (await asker(backend.url, token)('GET', '/v1/application')).status;

describe('staff tokens', () => {
  test('missing, malformed and wrong ones are refused alike', async () => {
    const backend = await startTestBackend(sandbox, [anna.line]);
    for (const token of [
      null,
      'x',
      `${anna.token}x`,
      ben.token,
      anna.token.replace('anna', 'bo'),
    ]) {
      const answer = await asker(backend.url, token)('GET', '/v1/application');
      expect([answer.status, answer.body.code]).toEqual([401, 'unauthorized']);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="motorpool"');
    }
    const basic = { headers: { authorization: `Basic ${anna.token}` } };
    expect((await asker(backend.url, null)('GET', '/v1/nothing', basic)).status).toBe(401);
    expect(await statusAs(backend, anna.token)).toBe(200);
    expect(backend.log()).not.toContain(ben.token);
  });

  test('a line that is added works, one that is removed does not, both without a restart', async () => {
    const backend = await startTestBackend(sandbox, [anna.line]);
    const replace = async (text: string) => {
      await writeFile(`${backend.staffTokensFile}.new`, text);
      await rename(`${backend.staffTokensFile}.new`, backend.staffTokensFile);
      backend.advance(2_000);
    };
    expect(await statusAs(backend, anna.token)).toBe(200);
    await replace(`# the others\n\n${ben.line}\n`);
    expect(await statusAs(backend, anna.token)).toBe(401);
    expect(await statusAs(backend, ben.token)).toBe(200);
    expect(backend.warnings()).toEqual([]);

    await replace(`${ben.line}\nanna has lost hers\n`);
    expect(await statusAs(backend, ben.token)).toBe(200);
    expect(backend.warnings()).toEqual([expect.stringContaining('line 2 is not')]);
    expect(backend.warnings()[0]).not.toContain('lost');
  });

  test('a verified token is not derived again', async () => {
    const roll = parseTokenFile(anna.line);
    const { recall, verify } = createVerifier(async () => roll);
    expect(await recall(anna.token)).toBeUndefined();
    const together = await Promise.all(Array.from({ length: 100 }, () => verify(anna.token)));
    expect(new Set(together)).toEqual(new Set(['anna']));
    expect(await recall(anna.token)).toBe('anna');
    expect(await recall(`${anna.token}x`)).toBeUndefined();
  });

  test('too many different tokens at once are turned away', async () => {
    const roll = parseTokenFile(anna.line);
    const { verify } = createVerifier(async () => roll);
    const tokens = Array.from({ length: 40 }, (_, index) => `anna.${index}`);
    const results = await Promise.allSettled(tokens.map((token) => verify(token)));
    const refused = results.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(6);
    expect(refused[0]).toMatchObject({ reason: { code: 'rate_limited' } });
    expect(await verify(anna.token)).toBe('anna');
  });

  test('a line matches its own token only', async () => {
    const entry = parseTokenFile(`${anna.line}\r\n${ben.line}`).get('anna');
    expect(await matchesToken(anna.token, entry)).toBe(true);
    expect(await matchesToken(ben.token, entry)).toBe(false);
    expect(await matchesToken(anna.token, undefined)).toBe(false);
  });

  test.each([
    'anna',
    'an na:scrypt$32768$8$1$c2FsdA$aGFzaA',
    `anna:scrypt$32768$8$1$c2FsdA$aGFzaA`,
    `anna:scrypt$1073741824$8$1$c2FsdA$${'A'.repeat(43)}`,
    `anna:scrypt$2$8$1$c2FsdA$${'A'.repeat(43)}`,
    `anna:scrypt$32769$8$1$c2FsdA$${'A'.repeat(43)}`,
  ])('the line %s is refused', (line) => {
    expect(() => parseTokenFile(line)).toThrow(TokenFileError);
  });

  test('a name stands only once', () => {
    expect(() => parseTokenFile(`${anna.line}\n${anna.line}`)).toThrow('line 2 repeats a name');
  });
});

describe('limits', () => {
  const limited = (answer: Answer) => [
    answer.status,
    answer.body.code,
    answer.headers.get('retry-after'),
  ];

  test('each token has its own', async () => {
    const lines = [anna.line, ben.line];
    const backend = await startTestBackend(sandbox, lines, { rateLimitPerMinute: 3 });
    for (let count = 0; count < 3; count += 1)
      expect(await statusAs(backend, anna.token)).toBe(200);
    const ask = () => asker(backend.url, anna.token)('GET', '/v1/application');
    expect(limited(await ask())).toEqual([429, 'rate_limited', '20']);
    expect(await statusAs(backend, ben.token)).toBe(200);
    backend.advance(5_000);
    expect(limited(await ask())).toEqual([429, 'rate_limited', '15']);
    backend.advance(15_000);
    expect(await statusAs(backend, anna.token)).toBe(200);
    expect(limited(await ask())).toEqual([429, 'rate_limited', '20']);
  });

  test('failed tokens are limited by address; a token known to be good still passes', async () => {
    const lines = [anna.line, ben.line];
    const clientAddressHeader = 'x-forwarded-for';
    const backend = await startTestBackend(sandbox, lines, { clientAddressHeader });
    const askFrom = (address: string, token: string) =>
      asker(backend.url, token)('GET', '/v1/application', {
        headers: { 'x-forwarded-for': `203.0.113.9, ${address}` },
      });
    expect((await askFrom('192.0.2.1', anna.token)).status).toBe(200);
    const failed = await Promise.all(
      Array.from({ length: 12 }, (_, index) => askFrom('192.0.2.1', `anna.${index}`)),
    );
    expect(failed.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(limited(await askFrom('192.0.2.1', ben.token))).toEqual([429, 'rate_limited', '6']);
    expect((await askFrom('192.0.2.1', anna.token)).status).toBe(200);
    expect((await askFrom('192.0.2.2', ben.token)).status).toBe(200);
    backend.advance(6_000);
    expect((await askFrom('192.0.2.1', 'anna.x')).status).toBe(401);
  });
});
