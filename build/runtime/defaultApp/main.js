// Stands in for Electron's own default app: runs the app folder that the command line names. The
// import is awaited at the top level, so that the app's code runs before `ready`, as when packaged.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app as publicApp } from 'electron';

/** @type {Electron.App & Record<'setVersion' | 'setDesktopName' | 'setAppPath', (value: string) => void>} */
const app = Object.assign(publicApp);

const require = createRequire(join(process.cwd(), 'electron.js'));
const args = process.argv.slice(1);
while (args[0]?.startsWith('-')) {
  const option = args.shift();
  if (option === '-r' || option === '--require') require(args.shift() ?? '');
}

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
const appPath = resolve(args[0] ?? '.');
const manifest = join(appPath, 'package.json');
if (existsSync(manifest)) {
  const { name, productName, version, desktopName } = JSON.parse(readFileSync(manifest, 'utf8'));
  app.name = productName ?? name;
  if (version) app.setVersion(version);
  app.setDesktopName(desktopName ?? `${app.name}.desktop`);
  app.setAppPath(appPath);
}
try {
  await import(pathToFileURL(require.resolve(appPath)).href);
} catch (error) {
  // Uncaught, it would be shown in a dialog, which nobody closes in a test.
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  app.exit(1);
}
