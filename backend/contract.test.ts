import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createToken } from './staff/tokenFile.ts';
import { ANSWER_CASES } from './testing/answerCases.ts';
import { askerOf, type World } from './testing/calls.ts';
import { readContract } from './testing/contract.ts';
import { startSandboxProcess } from './testing/sandbox.ts';

const contract = readContract();
let world: World;

beforeAll(async () => {
  const [sandbox, staff] = await Promise.all([startSandboxProcess(), createToken('anna')]);
  world = { sandbox, staff };
});
afterEach(() => world.sandbox.admin('DELETE', '/faults'));
afterAll(() => world.sandbox.stop());

test.each(ANSWER_CASES)('$listedAs ($why) is as openapi.yaml lists it', async (one) => {
  const answer = await one.answer(world);
  expect(answer.status).toBe(Number(one.listedAs.split(' ').at(-1)));
  expect(answer.body.code ?? null).toBe(one.code);
  expect(contract.complaints(one.listedAs, answer)).toEqual([]);
});

test('every listed answer and problem code was among these', () => {
  const cases = new Set(ANSWER_CASES.map(({ listedAs }) => listedAs));
  expect(contract.answers.filter((listedAs) => !cases.has(listedAs))).toEqual([]);
  const codes = new Set(ANSWER_CASES.map(({ code }) => code));
  expect(contract.problemCodes.filter((code) => !codes.has(code))).toEqual(['not_found']);
});

test.each([
  ['GET', '/nothing'],
  ['GET', '/v1/nothing'],
  ['GET', '/v1/exchange'],
  ['DELETE', '/v1/application'],
])('%s %s is not listed, and not there', async (method, path) => {
  const answer = await (await askerOf(world))(method, path);
  expect([answer.status, answer.body.code]).toEqual([404, 'not_found']);
  expect(contract.complaintsOfUnlisted(answer)).toEqual([]);
});
