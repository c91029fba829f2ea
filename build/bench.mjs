import { prepareAndRun } from './setup/prepare.mjs';

// `npm run bench`: makes the machine ready, then bench.ts measures.
await prepareAndRun('bench.ts', { virtualDesktop: true });
