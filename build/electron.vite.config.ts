import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { baseMap } from './baseMap/plugin.ts';
import { cataloguePart } from './cataloguePart.ts';

/**
 * The older of the two runtimes decides what the code may use, whatever the electron package says
 * (design, "Platform decisions").
 */
const NODE_TARGET = 'node20.18';
const CHROME_TARGET = 'chrome130';

/** Replaced by the `app://` handler with the nonce of each page load. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__';

const renderer = join(import.meta.dirname, '../renderer');

const baseMapFolders = {
  code: join(import.meta.dirname, 'baseMap'),
  cache: join(import.meta.dirname, '../out/basemap'),
};

export default defineConfig({
  main: {
    // Of pmtiles; its build for Node declares a `require` of its own beside electron-vite's.
    resolve: { alias: { fflate: 'fflate/browser' } },
    build: {
      target: NODE_TARGET,
      outDir: 'out/main',
      minify: true,
      rolldownOptions: {
        input: {
          index: 'main/index.ts',
          localCopy: 'main/fleet/localCopy/thread.ts',
          sandbox: 'sandbox/main.ts',
        },
        // Native code cannot be bundled.
        external: ['keytar', '@photostructure/sqlite'],
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: NODE_TARGET,
      outDir: 'out/preload',
      rolldownOptions: {
        input: { index: 'preload/index.ts', connectBar: 'preload/connectBar.ts' },
        // A sandboxed preload is one CommonJS file on every Electron; these two share nothing.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: renderer,
    plugins: [cataloguePart(), baseMap(baseMapFolders), react()],
    html: { cspNonce: NONCE_PLACEHOLDER },
    build: {
      target: CHROME_TARGET,
      outDir: 'out/renderer',
      rolldownOptions: {
        input: {
          index: join(renderer, 'index.html'),
          connectBar: join(renderer, 'connectBar.html'),
        },
        // All that the first paint needs is one file, in the order of its imports: the request for
        // the vehicles leaves before React is evaluated. The page around Connect has its own.
        output: {
          codeSplitting: {
            groups: [
              { name: 'start', tags: ['$initial'], test: (id) => !id.includes('connectBar') },
            ],
          },
        },
      },
      // Fonts and images stay files: the policy allows no `data:` font, and files are cached.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      minify: true,
      sourcemap: false,
    },
  },
});
