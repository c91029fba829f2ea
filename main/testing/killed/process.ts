import { readFileSync, writeSync } from 'node:fs';
import keytar from 'keytar';
import { type AccessTokens, createAccessTokens } from '../../exchange/accessTokens.ts';
import { createLocalExchange } from '../../exchange/local.ts';
import { TokenError } from '../../exchange/tokenError.ts';
import type { TokenExchange } from '../../exchange/tokenExchange.ts';
import { createOsKeychain, type Keytar } from '../../keychain/osKeychain.ts';
import { tokensAccount } from '../../keychain/storedTokens.ts';
import { createVault } from '../../keychain/vault.ts';
import { Secret } from '../../secret.ts';
import { settingsInMemory } from '../settings.ts';
import type { Found, Line, Orders, Step } from './orders.ts';

/**
 * Keeps the tokens of some connections in the real keychain and refreshes them at the real sandbox,
 * with the app's own parts. Ends itself by SIGKILL at the step that it is told.
 */
const orders = JSON.parse(readFileSync(0, 'utf8')) as Orders;
const { sandbox, service, connections, work } = orders;

const KEYCHAIN_TIMEOUT_MS = 10_000;
const EXCHANGE_TIMEOUT_MS = 10_000;

/** At once and whole, since nothing of this process is left a moment later. */
const tell = (line: Line) => void writeSync(1, `${JSON.stringify(line)}\n`);

type Watch = (step: Step) => void;

const unwatched: Watch = () => undefined;

function watchedKeytar(watch: Watch): Keytar {
  return {
    async getPassword(name, account) {
      watch('before reading');
      const reading = keytar.getPassword(name, account);
      watch('reading');
      const password = await reading;
      watch('read');
      return password;
    },
    async setPassword(name, account, password) {
      watch('before writing');
      const writing = keytar.setPassword(name, account, password);
      watch('writing');
      await writing;
      watch('written');
    },
    deletePassword: (name, account) => keytar.deletePassword(name, account),
    async findCredentials(name) {
      const found = await keytar.findCredentials(name);
      watch('counted');
      return found;
    },
  };
}

/** `losing` the first answer to each refresh token, once Smartcar has given it. */
function watchedFetch(watch: Watch, losing: boolean): typeof fetch {
  const asked = new Set<string>();
  return async (input, init) => {
    watch('before the request');
    const answering = fetch(input, init);
    setImmediate(() => watch('requesting'));
    const response = await answering;
    watch('headers');
    const text = await response.text();
    watch('body');
    const request = String(init?.body);
    if (losing && !asked.has(request)) {
      asked.add(request);
      throw new TypeError('terminated');
    }
    return new Response(text, response);
  };
}

function exchangeWith(watch: Watch, losing: boolean): TokenExchange {
  return createLocalExchange({
    authOrigin: sandbox.origin,
    apiOrigin: sandbox.origin,
    clientId: sandbox.clientId,
    clientSecret: async () => {
      watch('before the secret');
      return new Secret(sandbox.clientSecret);
    },
    mode: 'simulated',
    fetch: watchedFetch(watch, losing),
    now: Date.now,
    timeoutMs: EXCHANGE_TIMEOUT_MS,
  });
}

/** The tokens as a fresh start of the app finds them: nothing is in memory. */
function openTokens(watch: Watch, losing = false): AccessTokens {
  const keychain = createOsKeychain({
    service,
    platform: process.platform,
    loadKeytar: async () => watchedKeytar(watch),
    timeoutMs: KEYCHAIN_TIMEOUT_MS,
    randomName: () => 'probe',
  });
  const expected = new Set(connections.map(tokensAccount));
  const exchange = exchangeWith(watch, losing);
  return createAccessTokens({
    vault: createVault({
      keychain,
      expected,
      leftOver: settingsInMemory().leftOverEntries,
      onStatus: () => undefined,
    }),
    exchange: async () => exchange,
    now: Date.now,
    random: Math.random,
  });
}

async function keepNewConnections(): Promise<void> {
  const exchange = exchangeWith(unwatched, false);
  const tokens = openTokens(unwatched);
  for (const [id, code] of Object.entries(orders.codes)) {
    const pair = await exchange.exchange({
      code: new Secret(code),
      redirectUri: orders.redirectUri,
      mode: 'simulated',
      signal: AbortSignal.timeout(EXCHANGE_TIMEOUT_MS),
    });
    await tokens.adopt(id, pair);
  }
}

/** Whether a connection has a token, fresh from a refresh, that the sandbox accepts. */
async function find(tokens: AccessTokens, id: string): Promise<Found> {
  try {
    const token = await tokens.get(id);
    const headers = { authorization: `Bearer ${token.reveal()}` };
    const { status } = await fetch(`${sandbox.origin}/v2.0/vehicles`, { headers });
    if (status !== 200) throw new Error(`The sandbox answered ${status}`);
    return 'works';
  } catch (error) {
    if (error instanceof TokenError) return error.trouble;
    throw error;
  }
}

/** Counts the steps, and ends this process at the one that was ordered. */
function killer(): { readonly watch: Watch; readonly steps: Step[] } {
  const steps: Step[] = [];
  const watch: Watch = (step) => {
    if (steps.length === orders.killAt) {
      tell({ event: 'killing', step });
      process.kill(process.pid, 'SIGKILL');
    }
    steps.push(step);
  };
  return { watch, steps };
}

async function refreshAll(watch: Watch, losing: boolean): Promise<void> {
  const tokens = openTokens(watch, losing);
  const one = async (id: string) => {
    await tokens.get(id);
    watch('handed out');
  };
  await Promise.all(connections.map(one));
}

await keepNewConnections();
const afterStart = openTokens(unwatched);
const states = await Promise.all(
  connections.map(async (id) => [id, await find(afterStart, id)] as const),
);
tell({ event: 'found', connections: Object.fromEntries(states) });

if (work !== 'none') {
  const { watch, steps } = killer();
  tell({ event: 'working' });
  do {
    await refreshAll(watch, work === 'lost_answer');
  } while (work === 'forever');
  tell({ event: 'done', steps });
}
