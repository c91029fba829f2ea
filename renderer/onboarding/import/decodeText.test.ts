import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from './decodeText.ts';

const TEXT = 'FIN;Fahrer\r\n1HGCM82633A004352;Jürgen Groß\r\n';

const utf16 = (text: string, isBig: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), !isBig);
  return bytes;
};
const latin1 = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);

test.each([
  ['UTF-8', utf8(TEXT)],
  ['UTF-8 with a mark', utf8(`\ufeff${TEXT}`)],
  ['Windows-1252', latin1(TEXT)],
  ['UTF-16 little-endian with a mark', utf16(`\ufeff${TEXT}`, false)],
  ['UTF-16 big-endian with a mark', utf16(`\ufeff${TEXT}`, true)],
  ['UTF-16 little-endian', utf16(TEXT, false)],
  ['UTF-16 big-endian', utf16(TEXT, true)],
])('%s', (_encoding, bytes) => {
  expect(decodeText(bytes)).toEqual({ text: TEXT, problem: null });
});

test.each([
  ['nothing', new Uint8Array(), 'empty'],
  ['blank lines', utf8(' \n\r\n\t'), 'empty'],
  ['a newer workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 20), 'workbook'],
  ['an older workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'workbook'],
  ['a program', Uint8Array.from({ length: 900 }, (_, at) => (at * 7) % 31), 'binary'],
])('%s is told', (_what, bytes, problem) => {
  expect(decodeText(bytes)).toEqual({ text: null, problem });
});

test('whatever the bytes are, they are read or told', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
      const { text, problem } = decodeText(bytes);
      expect(text === null).toBe(problem !== null);
    }),
  );
});
