import { join } from 'node:path';
import { buildApp } from './buildApp.ts';
import { runMain } from './main.ts';
import { ensureElectron, rootArguments, runtimeEnvironment } from './runtime/electron.ts';
import { hasDisplay, readStartArguments } from './setup/arguments.mjs';
import { projectNode, root } from './setup/paths.mjs';
import { createReport, type Report } from './setup/report.mjs';
import { runOnVirtualDesktop, runToEnd } from './virtualDesktop.ts';

const { demo, json, app } = readStartArguments(process.argv.slice(2));

/** Runs the main job by itself; on Linux where nobody sees it and no one's keyring is touched. */
async function runDemo(report: Report, env: NodeJS.ProcessEnv): Promise<number> {
  const args = [join(root, 'build/demo.ts'), ...(json ? ['--json'] : []), ...app];
  if (process.platform !== 'linux') return runToEnd(projectNode, args, env);
  report.line('Running the demo on a virtual desktop.');
  return runOnVirtualDesktop('unlocked', projectNode, args, env);
}

await runMain(async () => {
  const report = createReport(json ? process.stderr : process.stdout);
  const runtime = await ensureElectron(report);
  await buildApp(report);
  const env = { ...process.env, ...runtimeEnvironment(runtime) };
  if (demo || !hasDisplay(process.platform, process.env)) return runDemo(report, env);
  return runToEnd(runtime.executable, [...rootArguments(report), root, ...app], env);
});
