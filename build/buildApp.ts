import { createHash } from 'node:crypto';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runLogged } from './setup/command.mjs';
import { out, projectNode, root } from './setup/paths.mjs';
import type { Report } from './setup/report.mjs';

const SOURCES = [
  '{contract,main,preload,renderer,sandbox}/**/*',
  'build/{electron.vite.config,cataloguePart}.ts',
  'build/baseMap/**/*',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const stamp = join(out, 'built-from');

/** A digest of everything that the bundles are made of, by content: a checkout changes all times. */
function digestOfSources(): string {
  const hash = createHash('sha256');
  const files = globSync(SOURCES, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

function readStamp(): string | null {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return null;
  }
}

/** Has the next `buildApp` build whatever the sources are. */
export function forgetBuild(): void {
  rmSync(stamp, { force: true });
}

/** Bundles main, preload and renderer into `out/`, unless that is what lies there already. */
export async function buildApp(report: Report): Promise<void> {
  const digest = digestOfSources();
  if (readStamp() === digest) return;
  // Forgotten first: a failed build leaves something else there than the stamp says.
  forgetBuild();
  await report.step('app built', () =>
    runLogged(
      projectNode,
      [
        join(root, 'node_modules/electron-vite/bin/electron-vite.js'),
        'build',
        '--config',
        'build/electron.vite.config.ts',
      ],
      { log: join(out, 'logs/build.log'), cwd: root, env: { ...process.env, NO_COLOR: '1' } },
    ),
  );
  writeFileSync(stamp, digest);
}
