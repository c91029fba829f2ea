import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const REQUEST = /^(.+\.json)\?part=(\w+)$/;

/**
 * Lets a page import one part of a catalogue, as `en.json?part=connectBar`. Imported whole by two pages,
 * it would be a chunk that both wait for.
 */
export function cataloguePart(): Plugin {
  return {
    name: 'catalogue-part',
    enforce: 'pre',
    async load(id) {
      const [, file, part] = REQUEST.exec(id) ?? [];
      if (file === undefined || part === undefined) return null;
      this.addWatchFile(file);
      const catalogue = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
      if (!(part in catalogue)) this.error(`${file} has no part "${part}"`);
      return { code: `export default ${JSON.stringify(catalogue[part])};`, moduleType: 'js' };
    },
  };
}
