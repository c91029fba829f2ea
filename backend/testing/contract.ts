import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parse } from 'yaml';
import type { Answer } from './backend.ts';

interface Reference {
  readonly $ref: string;
}

interface Response {
  readonly headers?: Readonly<
    Record<string, { readonly required?: boolean; readonly schema: object }>
  >;
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}

interface Parameter {
  readonly name: string;
  readonly required?: boolean;
  readonly schema: object;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly responses: Readonly<Record<string, Response | Reference>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly responses: Readonly<Record<string, Response>>;
    readonly schemas: Readonly<Record<string, object>> & {
      readonly ProblemCode: { readonly enum: readonly string[] };
    };
  };
}

/** `openapi.yaml` as something that answers and requests can be held against. */
export interface Contract {
  /** All that it lists, in the form `GET /v1/application 200`. */
  readonly answers: readonly string[];
  readonly problemCodes: readonly string[];
  /** In what an answer differs from what is listed under this name; empty where it does not. */
  readonly complaints: (listedAs: string, answer: Answer) => readonly string[];
  /** The same for an answer to what is not listed at all. */
  readonly complaintsOfUnlisted: (answer: Answer) => readonly string[];
  /** Whether a value is what a schema of this name describes. */
  readonly describes: (schema: string, value: unknown) => boolean;
  /** Whether a query is what the parameters of `GET path` describe. */
  readonly describesQuery: (path: string, query: Readonly<Record<string, string>>) => boolean;
}

const FILE = new URL('../openapi.yaml', import.meta.url);

/** Every answer carries these, says the contract's introduction. */
const EVERYWHERE: Response['headers'] = {
  'cache-control': { required: true, schema: { const: 'no-store' } },
  'x-request-id': { required: true, schema: { type: 'string', format: 'uuid' } },
};

/** Header values are text; where the contract says a number, digits are meant. */
const headerValue = (text: string) => (/^\d+$/.test(text) ? Number(text) : text);

/** Reads the contract. OpenAPI 3.1 schemas are JSON Schema 2020-12. */
export function readContract(): Contract {
  const text = readFileSync(FILE, 'utf8').replaceAll('#/components/schemas/', 'contract#/$defs/');
  const { paths, components } = parse(text) as Document;
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  formats.default(ajv);
  ajv.addSchema({ $id: 'contract', $defs: components.schemas });
  const compiled = new Map<object, ValidateFunction>();

  function errorsOf(schema: object, value: unknown, what: string): string[] {
    const validate = compiled.get(schema) ?? ajv.compile(schema);
    compiled.set(schema, validate);
    if (validate(value)) return [];
    return [`${what}: ${ajv.errorsText(validate.errors, { dataVar: 'it' })}`];
  }

  function responseOf(listed: Response | Reference): Response {
    if (!('$ref' in listed)) return listed;
    const response = components.responses[listed.$ref.replace('#/components/responses/', '')];
    if (!response) throw new Error(`${listed.$ref} is not in the contract`);
    return response;
  }

  const listed: ReadonlyMap<string, Response> = new Map(
    Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, { responses }]) =>
        Object.entries(responses).map(
          ([status, response]) =>
            [`${method.toUpperCase()} ${path} ${status}`, responseOf(response)] as const,
        ),
      ),
    ),
  );

  function headerComplaints(expected: NonNullable<Response['headers']>, { headers }: Answer) {
    return Object.entries(expected).flatMap(([name, { required, schema }]) => {
      const value = headers.get(name);
      if (value === null) return required ? [`the header ${name} is missing`] : [];
      return errorsOf(schema, headerValue(value), `the header ${name}`);
    });
  }

  function contentComplaints(content: NonNullable<Response['content']>, { headers, body }: Answer) {
    const type = (headers.get('content-type') ?? '').split(';')[0] ?? '';
    const expected = content[type];
    return expected ? errorsOf(expected.schema, body, 'the body') : [`${type} is not expected`];
  }

  function complaintsAgainst({ headers, content }: Response, answer: Answer): readonly string[] {
    return [
      ...headerComplaints({ ...EVERYWHERE, ...headers }, answer),
      ...contentComplaints(content ?? {}, answer),
    ];
  }

  const problem = { $ref: 'contract#/$defs/Problem' };
  return {
    answers: [...listed.keys()],
    problemCodes: components.schemas.ProblemCode.enum,
    complaints: (listedAs, answer) => {
      const response = listed.get(listedAs);
      return response ? complaintsAgainst(response, answer) : [`${listedAs} is not listed`];
    },
    complaintsOfUnlisted: (answer) =>
      complaintsAgainst({ content: { 'application/problem+json': { schema: problem } } }, answer),
    describes: (schema, value) =>
      errorsOf({ $ref: `contract#/$defs/${schema}` }, value, schema).length === 0,
    describesQuery: (path, query) => {
      const parameters = paths[path]?.get?.parameters ?? [];
      const names = new Set(parameters.map(({ name }) => name));
      return (
        Object.keys(query).every((name) => names.has(name)) &&
        parameters.every(({ name, required, schema }) => {
          const value = query[name];
          return value === undefined ? !required : errorsOf(schema, value, name).length === 0;
        })
      );
    },
  };
}
