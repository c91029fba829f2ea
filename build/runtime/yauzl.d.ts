/** The part of yauzl that `unzip.ts` uses; the package brings no types. */
declare module 'yauzl' {
  interface Entry {
    readonly fileName: string;
    /** Upper half: the Unix mode. */
    readonly externalFileAttributes: number;
  }
  interface ZipFile {
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<import('node:stream').Readable>;
  }
  export function openPromise(path: string): Promise<ZipFile>;
}
