import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

const PIECE_BYTES = 1_048_576;
/** Far longer than any line of ours: a vehicle with all its notes. */
const MAX_LINE = 2_000_000;

/** The file is not as an export of ours should be. */
export class FileProblem extends Error {
  readonly failure: 'not_ours' | 'newer' | 'damaged';

  constructor(failure: FileProblem['failure']) {
    super(failure);
    this.failure = failure;
  }
}

export interface LineOfFile {
  readonly text: string;
  /** How much of the file has been read, and how large it is. */
  readonly read: number;
  readonly size: number;
}

/** The lines of a file, one after the other; only a piece of it is in memory at a time. */
export function* linesOf(path: string): Generator<LineOfFile> {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const buffer = Buffer.alloc(PIECE_BYTES);
    const decoder = new StringDecoder('utf8');
    let read = 0;
    let rest = '';
    for (;;) {
      const bytes = readSync(file, buffer, 0, PIECE_BYTES, null);
      if (bytes === 0) break;
      read += bytes;
      const lines = (rest + decoder.write(buffer.subarray(0, bytes))).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > MAX_LINE) throw new FileProblem('damaged');
      for (const text of lines) yield { text, read, size };
    }
    if (rest !== '') yield { text: rest, read, size };
  } finally {
    closeSync(file);
  }
}
