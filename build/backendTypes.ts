import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from 'json-schema-to-typescript';
import { parse } from 'yaml';
import { root } from './setup/paths.mjs';

/** Where the types that are made from the contract stand, from the repository's top folder. */
export const BACKEND_TYPES = 'main/exchange/backendApi.ts';

const CONTRACT = 'backend/openapi.yaml';

const BANNER = `// Made from ${CONTRACT} by \`npm run generate:backend-types\`; a test says when it is out of date.`;

/** The generator wants one schema, which refers to all others; its own type is left out. */
const CARRIER = 'Everything';

/** The types of all that the exchange backend's contract names in \`components.schemas\`. */
export async function backendTypes(): Promise<string> {
  const text = readFileSync(join(root, CONTRACT), 'utf8');
  // OpenAPI 3.1 schemas are JSON Schema; only the place that references point to is another.
  const { components } = parse(text.replaceAll('#/components/schemas/', '#/definitions/')) as {
    components: { schemas: Record<string, object> };
  };
  const names = Object.keys(components.schemas);
  const source = await compile(
    {
      type: 'object',
      definitions: components.schemas,
      properties: Object.fromEntries(
        names.map((name) => [name, { $ref: `#/definitions/${name}` }]),
      ),
      required: names,
      additionalProperties: false,
    },
    CARRIER,
    {
      additionalProperties: true,
      bannerComment: BANNER,
      ignoreMinAndMaxItems: true,
      format: true,
      style: { printWidth: 100, singleQuote: true },
    },
  );
  return source.replace(new RegExp(`export interface ${CARRIER} {[^}]*}\\n+`), '');
}
