import { prepareAndRun } from './setup/prepare.mjs';

// `npm run bench:start`: makes the machine ready, then benchStart.ts measures.
await prepareAndRun('benchStart.ts', { virtualDesktop: true });
