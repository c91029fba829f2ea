import { prepareAndRun } from './setup/prepare.mjs';

// `npm run e2e -- <files>`: makes the machine ready, then e2e.ts runs these tests of the real app.
await prepareAndRun('e2e.ts', { virtualDesktop: true });
