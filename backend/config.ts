import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** Environment variables that are wrong, one message each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly messages: readonly string[];

  constructor(messages: readonly string[]) {
    super(messages.join('\n'));
    this.messages = messages;
  }
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

function isOrigin(text: string): boolean {
  const url = parseUrl(text);
  if (!url || url.origin !== text.replace(/\/$/, '')) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.includes(url.hostname));
}

/** The formats that "Configuring Connect" in Smartcar's documentation lists. */
function isRedirectUri(text: string): boolean {
  const url = parseUrl(text);
  if (!url || text.includes('#')) return false;
  if (url.protocol === 'http:') return url.hostname === 'localhost';
  return url.protocol === 'https:' || /^sc[\w-]+:\/\/[^/]/i.test(text);
}

const text = z.string({ error: 'is missing' });
const origin = (fallback: string) =>
  text
    .refine(isOrigin, 'must be an https origin, such as https://host.example (http: loopback only)')
    .transform((value) => new URL(value).origin)
    .default(fallback);
const wholeNumber = (lowest: number, highest: number, fallback: number) => {
  const error = `must be a whole number from ${lowest} to ${highest}`;
  return text
    .regex(/^\d{1,9}$/, error)
    .transform(Number)
    .pipe(z.number().min(lowest, error).max(highest, error))
    .default(fallback);
};

const Environment = z.object({
  // No colon: it would end the user name of HTTP Basic (RFC 7617).
  SMARTCAR_CLIENT_ID: text.regex(/^[\w-]+$/, 'may hold letters, digits, _ and - only'),
  SMARTCAR_CLIENT_SECRET: text.optional(),
  SMARTCAR_CLIENT_SECRET_FILE: text.optional(),
  SMARTCAR_REDIRECT_URIS: text
    .transform((value) => value.split(/\s+/).filter(Boolean))
    .refine(
      (uris) => uris.length > 0 && uris.every(isRedirectUri),
      'must list, separated by spaces, https URIs, http://localhost URIs or sc<client id>:// URIs',
    ),
  SMARTCAR_MODE: z.enum(['live', 'test', 'simulated'], {
    error: ({ input }) => (input === undefined ? 'is missing' : 'must be live, test or simulated'),
  }),
  SMARTCAR_AUTH_ORIGIN: origin('https://auth.smartcar.com'),
  SMARTCAR_API_ORIGIN: origin('https://api.smartcar.com'),
  STAFF_TOKENS_FILE: text,
  HOST: text.default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535, 8787),
  RATE_LIMIT_PER_MINUTE: wholeNumber(1, 100_000, 120),
  CLIENT_ADDRESS_HEADER: text.regex(/^[\w-]+$/, 'must be the name of a header').optional(),
});

type Environment = z.infer<typeof Environment>;

/** What the server is told from outside. */
export interface Config {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
  readonly mode: Environment['SMARTCAR_MODE'];
  readonly authOrigin: string;
  readonly apiOrigin: string;
  readonly staffTokensFile: string;
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  readonly rateLimitPerMinute: number;
  /** Where a proxy in front of this server writes the client's address. */
  readonly clientAddressHeader: string | undefined;
}

function readSecret(environment: Environment): string {
  const { SMARTCAR_CLIENT_SECRET: secret, SMARTCAR_CLIENT_SECRET_FILE: file } = environment;
  if ((secret === undefined) === (file === undefined)) {
    throw new ConfigError([
      'SMARTCAR_CLIENT_SECRET: give either this or SMARTCAR_CLIENT_SECRET_FILE',
    ]);
  }
  if (secret !== undefined) return secret;
  let content: string;
  try {
    content = readFileSync(file ?? '', 'utf8').trim();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError([`SMARTCAR_CLIENT_SECRET_FILE: cannot be read (${code})`]);
  }
  if (content === '') throw new ConfigError(['SMARTCAR_CLIENT_SECRET_FILE: is empty']);
  return content;
}

/**
 * Reads the configuration from the environment; empty variables count as missing. Throws
 * {@link ConfigError}, whose messages never hold a value.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = Environment.safeParse(given);
  if (!result.success) {
    const byName = new Map<string, string>();
    for (const { path, message } of result.error.issues) {
      const name = path.join('.');
      if (!byName.has(name)) byName.set(name, `${name}: ${message}`);
    }
    throw new ConfigError([...byName.values()]);
  }
  const { data } = result;
  return {
    clientId: data.SMARTCAR_CLIENT_ID,
    clientSecret: readSecret(data),
    redirectUris: data.SMARTCAR_REDIRECT_URIS,
    mode: data.SMARTCAR_MODE,
    authOrigin: data.SMARTCAR_AUTH_ORIGIN,
    apiOrigin: data.SMARTCAR_API_ORIGIN,
    staffTokensFile: data.STAFF_TOKENS_FILE,
    host: data.HOST,
    port: data.PORT,
    rateLimitPerMinute: data.RATE_LIMIT_PER_MINUTE,
    clientAddressHeader: data.CLIENT_ADDRESS_HEADER,
  };
}
