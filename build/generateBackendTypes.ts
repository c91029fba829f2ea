import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BACKEND_TYPES, backendTypes } from './backendTypes.ts';
import { root } from './setup/paths.mjs';

writeFileSync(join(root, BACKEND_TYPES), await backendTypes());
