import { prepareAndRun } from './setup/prepare.mjs';

// `npm run dev`: makes the machine ready, then dev.ts starts electron-vite with hot reload.
await prepareAndRun('dev.ts', { virtualDesktop: false });
