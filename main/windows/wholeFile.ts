import { Readable } from 'node:stream';
import { writeFile } from 'atomically';

/**
 * Writes a file wholly or not at all: what stood there stays until all of the new text is on the disk.
 * Rejects with the disk's error.
 */
export function writeWhole(path: string, text: string): Promise<void> {
  // As a stream, because one write to a disk that is nearly full may take a part of it and not complain.
  return writeFile(path, Readable.from([text]));
}
