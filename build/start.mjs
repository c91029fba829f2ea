import { hasDisplay, readStartArguments } from './setup/arguments.mjs';
import { prepareAndRun } from './setup/prepare.mjs';

// `npm start`: makes the machine ready, then start.ts builds and opens the app.
const { demo, json } = readStartArguments(process.argv.slice(2));
await prepareAndRun('start.ts', {
  virtualDesktop: demo || !hasDisplay(process.platform, process.env),
  json,
});
