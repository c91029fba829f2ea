import { expect, test } from 'vitest';
import type { EligibilityReport } from '../../contract/eligibility.ts';
import { filterReports, sortReports } from './reportOrder.ts';

function report(
  vin: string,
  likelihood: EligibilityReport['likelihood'],
  reason: EligibilityReport['reason'] = 'checked',
): EligibilityReport {
  return {
    vin,
    likelihood,
    reason,
    checkDigit: null,
    make: null,
    year: null,
    capable: [],
    missing: [],
  };
}

const reports = [
  report('TYPO', 'unlikely', 'vin_invalid'),
  report('B', 'unlikely'),
  report('C', 'unknown'),
  report('D', 'likely'),
  report('E', 'likely'),
];

test('the cars worth connecting come first, what is no VIN last', () => {
  expect(sortReports(reports).map(({ vin }) => vin)).toEqual(['D', 'E', 'C', 'B', 'TYPO']);
});

test('a filter leaves one likelihood', () => {
  expect(filterReports(reports, 'unlikely').map(({ vin }) => vin)).toEqual(['TYPO', 'B']);
  expect(filterReports(reports, 'all')).toBe(reports);
});
