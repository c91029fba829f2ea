/** Why no table could be read of what was chosen. */
export type SourceProblem =
  | 'empty'
  /** Not a text: a picture, a program, a document. */
  | 'binary'
  /** A workbook of a spreadsheet program, which can be saved as CSV. */
  | 'workbook'
  | 'too_large'
  /** The file is gone, or may not be read. */
  | 'not_readable';

export type Decoded =
  | { readonly text: string; readonly problem: null }
  | { readonly text: null; readonly problem: SourceProblem };

/** What stands where bytes were no text. */
const REPLACED = 0xfffd;

/** How much is looked at to tell what a file is. */
const LOOKED_AT = 4096;

function startsWith(bytes: Uint8Array, ...start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

/** Zip archives, as newer workbooks are, and the container of the older ones. */
function isWorkbook(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);
}

/** UTF-16 without a mark: in text of Latin letters every other byte is zero. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0];
  const length = Math.min(bytes.length, LOOKED_AT);
  for (let at = 0; at < length; at += 1) {
    if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const half = length / 2;
  if (odd > half * 0.6 && even < half * 0.1) return 'utf-16le';
  return even > half * 0.6 && odd < half * 0.1 ? 'utf-16be' : null;
}

function encodingOf(bytes: Uint8Array): string | null {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  return unmarkedUtf16(bytes);
}

/** Characters that no table has: what is full of them is no text. */
function isBinary(text: string): boolean {
  const start = text.slice(0, LOOKED_AT);
  const strange = [...start].filter((sign) => {
    const code = sign.charCodeAt(0);
    return code < 9 || (code > 13 && code < 32) || code === REPLACED;
  });
  return strange.length > start.length * 0.02;
}

function decoded(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  if (encoding !== null) return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // What is no UTF-8 comes from Windows' spreadsheets, which write the code page of the country.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The text of a file: UTF-8 and UTF-16 with or without a mark, else Windows-1252. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (isWorkbook(bytes)) return { text: null, problem: 'workbook' };
  const text = decoded(bytes);
  if (isBinary(text)) return { text: null, problem: 'binary' };
  return text.trim() === '' ? { text: null, problem: 'empty' } : { text, problem: null };
}
