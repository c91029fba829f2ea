import { expect, test } from 'vitest';
import { vinChoices } from './vinChoices.ts';

const car = { make: 'TESLA', model: 'Model 3', year: 2022 };
const report = { likelihood: 'likely', reason: 'checked' } as const;

test('cars to be connected again come first, then the checked list without what is connected', () => {
  const choices = vinChoices(
    [
      { ...car, vin: 'ENDED' },
      { ...car, vin: 'ENDED' },
      { ...car, vin: null },
    ],
    (vin) => vin === 'CONNECTED' || vin === 'ENDED',
    [
      { ...report, vin: 'LISTED' },
      { ...report, vin: 'ENDED' },
      { ...report, vin: 'CONNECTED' },
      { vin: 'TYPO', likelihood: 'unlikely', reason: 'vin_invalid' },
    ],
  );
  expect(choices.map(({ vin, source }) => [vin, source])).toEqual([
    ['ENDED', 'reconnect'],
    ['LISTED', 'checked'],
  ]);
  expect(choices[0]?.vehicle).toMatchObject(car);
  expect(choices[1]?.likelihood).toBe('likely');
});
