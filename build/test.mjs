import { prepareAndRun } from './setup/prepare.mjs';

// `npm test`: makes the machine ready, then test.ts runs every check there is.
await prepareAndRun('test.ts', { virtualDesktop: true });
