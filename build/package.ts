import { join } from 'node:path';
import { buildApp } from './buildApp.ts';
import { runMain } from './main.ts';
import { cacheFolder } from './runtime/cache.ts';
import { projectNode, root } from './setup/paths.mjs';
import { createReport, SetupError } from './setup/report.mjs';
import { runToEnd } from './virtualDesktop.ts';

/**
 * `npm run package`: bundles the app and has electron-builder make the installers. The Electron in
 * them is the one that electron-builder downloads by the electron package's version; the older one
 * that development may fall back to is not for users, whatever the environment says.
 */
await runMain(async () => {
  const args = process.argv.slice(2);
  if (args.some((arg) => arg.includes(cacheFolder))) {
    throw new SetupError('The Electron in the development cache must not be packaged for users.');
  }
  await buildApp(createReport(process.stdout));
  const { ELECTRON_OVERRIDE_DIST_PATH, ELECTRON_EXEC_PATH, ...env } = process.env;
  if (ELECTRON_OVERRIDE_DIST_PATH || ELECTRON_EXEC_PATH) {
    console.log('Electron of this environment is not used: packages get the downloaded one.');
  }
  return runToEnd(
    projectNode,
    [
      join(root, 'node_modules/electron-builder/cli.js'),
      '--config',
      'electron-builder.yml',
      ...args,
    ],
    env,
  );
});
