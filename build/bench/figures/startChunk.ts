import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { out } from '../../setup/paths.mjs';
import type { Figure } from '../figure.ts';

const KB = 1e3;

/** The scripts that a page names itself: all that is loaded before its first paint. */
export function scriptsOf(html: string): string[] {
  const named = html.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="([^"]+\.js)"[^>]*>/g);
  return [...new Set([...named].map(([, path = '']) => path))];
}

/** What the main window's page loads before anything is asked for, in gzip's default size. */
export const startChunk: Figure<'startChunk'> = {
  name: 'startChunk',
  targets: { startChunk: { what: "Renderer's start chunk, gzip", unit: 'KB', aim: 350 } },
  async measure() {
    const folder = join(out, 'renderer');
    const scripts = scriptsOf(await readFile(join(folder, 'index.html'), 'utf8'));
    if (scripts.length === 0) throw new Error('The page names no script');
    const sizes = await Promise.all(
      scripts.map(async (path) => gzipSync(await readFile(join(folder, path))).length / KB),
    );
    const value = sizes.reduce((sum, size) => sum + size, 0);
    return { startChunk: { value, runs: [value] } };
  },
};
