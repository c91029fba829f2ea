import { expect, test } from 'vitest';
import {
  ELIGIBILITY_BATCH,
  type EligibilityAnswer,
  type EligibilityProblem,
  type EligibilityRequest,
} from '../../contract/eligibility.ts';
import { checkDigitOf } from '../../contract/vin.ts';
import { checkList } from './checkList.ts';

/** A Tesla's VIN with a right check digit. */
function vinAt(at: number): string {
  const draft = `5YJ3E1EA0KF${String(at).padStart(6, '0')}`;
  return draft.slice(0, 8) + checkDigitOf(draft) + draft.slice(9);
}

const vins = Array.from({ length: ELIGIBILITY_BATCH * 2 + 5 }, (_, at) => vinAt(at));
const list = { vins, country: 'US', permissions: ['read_odometer'] as const };

function answer(request: EligibilityRequest, problem: EligibilityProblem | null = null) {
  const reports = request.vins.map((vin) => ({
    vin,
    checkDigit: 'right' as const,
    make: 'TESLA',
    year: 2019,
    likelihood: 'likely' as const,
    reason: 'checked' as const,
    capable: [],
    missing: [],
  }));
  return { reports, problem } satisfies EligibilityAnswer;
}

/** Checks the list with these answers in turn. */
async function check(...problems: (EligibilityProblem | null)[]) {
  const asked: number[] = [];
  const progress: number[] = [];
  const result = await checkList(list, {
    ask: async (request) => {
      asked.push(request.vins.length);
      return answer(request, problems[asked.length - 1] ?? null);
    },
    onProgress: (checked) => progress.push(checked),
    signal: new AbortController().signal,
    thisYear: 2026,
  });
  return { ...result, asked, progress };
}

test('a long list is asked about in pieces, in its order', async () => {
  const { reports, problem, asked, progress } = await check();
  expect(asked).toEqual([20, 20, 5]);
  expect(progress).toEqual([20, 40, 45]);
  expect(reports.map(({ vin }) => vin)).toEqual(vins);
  expect(problem).toBeNull();
});

test('a problem of all cars ends it; the rest is told by what the VINs say', async () => {
  const { reports, problem, asked } = await check(null, 'offline');
  expect(asked).toEqual([20, 20]);
  expect(problem).toBe('offline');
  expect(reports).toHaveLength(vins.length);
  expect(reports.at(-1)).toMatchObject({
    make: 'TESLA',
    year: 2019,
    checkDigit: 'right',
    likelihood: 'unknown',
    reason: 'not_checked',
  });
});

test('a problem of single cars does not end it, and is not forgotten', async () => {
  const { asked, problem } = await check('failed');
  expect(asked).toEqual([20, 20, 5]);
  expect(problem).toBe('failed');
});

test('a check that is stopped does not wait for the answer under way', async () => {
  const stop = new AbortController();
  const checking = checkList(list, {
    ask: (request) => {
      if (request.vins[0] === vins[0]) return Promise.resolve(answer(request));
      stop.abort();
      return new Promise(() => undefined);
    },
    onProgress: () => undefined,
    signal: stop.signal,
    thisYear: 2026,
  });
  const { reports, problem } = await checking;
  expect(problem).toBeNull();
  expect(reports.map(({ reason }) => reason === 'checked').filter(Boolean)).toHaveLength(20);
  expect(reports).toHaveLength(vins.length);
});

test.each([
  ['1HGCM82633A004353', 'unlikely', 'vin_invalid'],
  ['ABC', 'unlikely', 'vin_invalid'],
  ['WF0AXXWPMA1234567', 'unlikely', 'phone_only'],
])('%s is %s without being asked about: %s', async (vin, likelihood, reason) => {
  const stop = new AbortController();
  stop.abort();
  const { reports } = await checkList(
    { ...list, vins: [vin] },
    {
      ask: () => Promise.reject(new Error('asked')),
      onProgress: () => undefined,
      signal: stop.signal,
      thisYear: 2026,
    },
  );
  expect(reports).toMatchObject([{ vin, likelihood, reason }]);
});
