import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guessMapping, isVinShaped } from './guessMapping.ts';
import { readTable } from './readTable.ts';

const A = '1HGCM82633A004352';
const B = '5YJ3E1EA2KF317000';
const C = 'WVWZZZAUZHW123456';

const rowsOf = (text: string) => readTable(text, () => undefined).rows;

test.each([
  ['commas', `VIN,Plate\n${A},X 1`, { vin: 0, plate: 1 }],
  ['semicolons', `Kennzeichen;Fahrer;FIN\nB 1;Ada;${A}`, { vin: 2, plate: 0, driver: 1 }],
  ['tabs', `Unit\tGroup\tVIN\tNotes\n7\tNorth\t${A}\told`, { vin: 2, name: 0, group: 1, notes: 3 }],
  ['pipes', `Vehicle name|Chassis number\nVan|${A}`, { vin: 1, name: 0 }],
  ['umlauts', `Fahrzeug-Identifizierungsnummer;Fahrzeug Nr.\n${A};7`, { vin: 0, name: 1 }],
])('headings with %s', (_what, text, mapping) => {
  expect(guessMapping(rowsOf(text))).toMatchObject({ mapping, hasHeadings: true });
});

test('without headings the VINs are found by what they look like', () => {
  expect(guessMapping(rowsOf(`Ada;X 1;${A}\nGrace;X 2;${B}`))).toEqual({
    mapping: { vin: 2, name: null, plate: null, driver: null, group: null, notes: null },
    hasHeadings: false,
  });
});

test('the heading decides where cells of two columns look alike', () => {
  expect(guessMapping(rowsOf(`Old;VIN\n${A};${B}\n${C};${A}`)).mapping.vin).toBe(1);
});

test('a heading that lies does not hide the VINs', () => {
  expect(guessMapping(rowsOf(`VIN;Code\nred;${A}\nblue;${B}`)).mapping.vin).toBe(1);
});

test.each([
  ['lines', `${A}\n${B}\n${C}`],
  ['spaces', `${A} ${B}  ${C}`],
  ['commas in one line', `${A}, ${B},${C}`],
])('VINs between %s become rows', (_what, text) => {
  expect(rowsOf(text)).toEqual([[A], [B], [C]]);
});

test('quotation marks hold separators and line ends', () => {
  expect(rowsOf(`VIN;Notes\n${A};"one; two\nthree"`)[1]).toEqual([A, 'one; two\nthree']);
});

test('wherever the column of VINs stands among others, it is found', () => {
  const word = fc.stringMatching(/^[a-z]{1,12}$/);
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 6 }),
      fc.nat({ max: 6 }),
      fc.constantFrom(',', ';', '\t'),
      (words, place, separator) => {
        const at = Math.min(place, words.length);
        const lines = [A, B, C].map((vin) => words.toSpliced(at, 0, vin).join(separator));
        expect(guessMapping(rowsOf(lines.join('\n'))).mapping.vin).toBe(at);
      },
    ),
  );
});

test('words are no VINs', () => {
  expect(isVinShaped('Fahrgestellnummer')).toBe(false);
  expect(isVinShaped(' 1hg cm826-33a004352')).toBe(true);
});
