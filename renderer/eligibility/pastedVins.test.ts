import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_VINS, pastedVins } from './pastedVins.ts';

const A = '1HGCM82633A004352';
const B = '5YJ3E1EA7KF317000';
const C = 'WVWZZZAUZHW123456';

test.each([
  ['lines', `${A}\n${B}\r\n${C}`],
  ['commas', `${A},${B}, ${C}`],
  ['semicolons and quotes', `"${A}";"${B}";'${C}'`],
  ['a column of a table', `VIN\tBrand\n${A}\tHonda\n${B}\tTesla\n${C}\tVolkswagen`],
  ['spaces', ` ${A} ${B}  ${C} `],
  ['small letters', `${A.toLowerCase()} ${B} ${C}`],
  ['groups within a line', `1HG CM826 33A 004352\n5YJ-3E1EA7KF-317000\n${C}`],
])('finds VINs between %s', (_what, text) => {
  expect(pastedVins(text)).toEqual({ vins: [A, B, C], duplicates: 0, malformed: 0, leftOut: 0 });
});

test('each VIN counts once', () => {
  expect(pastedVins(`${A}\n${B}\n${A.toLowerCase()}\n${A}`)).toMatchObject({
    vins: [A, B],
    duplicates: 2,
  });
});

test('what looks like a mistyped VIN stays, to be marked; words are none', () => {
  expect(pastedVins(`VIN Honda\n${A.slice(1)}\n${B}X\n`)).toEqual({
    vins: [A.slice(1), `${B}X`],
    duplicates: 0,
    malformed: 2,
    leftOut: 0,
  });
});

test('a list ends at its limit and says how many were left out', () => {
  const many = Array.from(
    { length: MOST_VINS + 3 },
    (_, at) => `1HGCM8263${String(at).padStart(8, '0')}`,
  );
  const found = pastedVins(many.join('\n'));
  expect(found.vins).toHaveLength(MOST_VINS);
  expect(found.leftOut).toBe(3);
});

test('no text is too strange, and none becomes longer than a check takes', () => {
  expect(pastedVins('1'.repeat(500)).vins).toEqual(['1'.repeat(60)]);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
      const { vins } = pastedVins(text);
      expect(vins.every((vin) => vin.length >= 1 && vin.length <= 60)).toBe(true);
    }),
  );
});
