import { join } from 'node:path';

/** The repository's top folder. */
export const root = join(import.meta.dirname, '..', '..');

/** Where every script puts what it makes; ignored by git. */
export const out = join(root, 'out');

/** The Node 24 that comes with the packages; npm puts only a shim into `.bin` on Windows. */
export const projectNode = join(
  root,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);
