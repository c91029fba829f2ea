import { join } from 'node:path';
import { forgetBuild } from './buildApp.ts';
import { runMain } from './main.ts';
import { ensureElectron, rootArguments, runtimeEnvironment } from './runtime/electron.ts';
import { projectNode, root } from './setup/paths.mjs';
import { createReport } from './setup/report.mjs';
import { runToEnd } from './virtualDesktop.ts';

await runMain(async () => {
  const report = createReport(process.stdout);
  const runtime = await ensureElectron(report);
  // What it writes to `out/` is the development build, which `npm start` must not take for its own.
  forgetBuild();
  const appArguments = [...rootArguments(report), ...process.argv.slice(2)];
  return runToEnd(
    projectNode,
    [
      join(root, 'node_modules/electron-vite/bin/electron-vite.js'),
      'dev',
      '--watch',
      '--config',
      'build/electron.vite.config.ts',
      '--',
      ...appArguments,
    ],
    { ...process.env, ...runtimeEnvironment(runtime) },
  );
});
