import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BACKEND_TYPES, backendTypes } from './backendTypes.ts';
import { root } from './setup/paths.mjs';

test('the types of the app’s side are those that the backend’s contract gives now', async () => {
  const written = readFileSync(join(root, BACKEND_TYPES), 'utf8');
  // If this fails: `npm run generate:backend-types`.
  expect(written).toBe(await backendTypes());
});
