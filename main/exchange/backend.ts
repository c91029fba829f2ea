import type * as z from 'zod';
import { backendAddressProblem, type Mode } from '../../contract/application.ts';
import {
  isPermission,
  PERMISSION_PRESETS,
  type PermissionPreset,
} from '../../contract/permissions.ts';
import { Secret } from '../secret.ts';
import {
  applicationSchema,
  compatibilitySchema,
  matrixSchema,
  tokenPairSchema,
} from './backendAnswers.ts';
import type {
  ExchangeRequest,
  RefreshRequest,
  ScopePreset,
  TokenPair as ToldTokenPair,
} from './backendApi.ts';
import { backendFailure } from './backendFailure.ts';
import { modelsOf } from './compatibleModels.ts';
import { requestJson } from './jsonRequest.ts';
import { ExchangeError, type TokenExchange, type TokenPair } from './tokenExchange.ts';

export interface BackendExchangeOptions {
  /** The backend's origin. Plain `http:` is accepted for this computer only. */
  readonly address: string;
  /** Asked for at each call, so that the token is nowhere kept longer than needed. */
  readonly staffToken: () => Promise<Secret | null>;
  readonly fetch: typeof fetch;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** For one answer, to its last byte. */
  readonly timeoutMs: number;
}

/** The public configuration of the application behind a backend. */
export interface BackendApplication {
  readonly clientId: string;
  /** As registered with Smartcar, the default one first; never empty. */
  readonly redirectUris: readonly string[];
  readonly mode: Mode;
  readonly presets: readonly PermissionPreset[];
}

export interface BackendExchange extends TokenExchange {
  /** Throws `ExchangeError`. */
  application(signal: AbortSignal): Promise<BackendApplication>;
}

const OUR_PRESETS: ReadonlySet<string> = new Set(PERMISSION_PRESETS.map(({ id }) => id));

/** A set with the ids of ours is named in the person's language, others as the company named them. */
function presetOf({ id, name, scope }: ScopePreset): PermissionPreset {
  const permissions = [...new Set(scope)].filter(isPermission);
  return { id, name: OUR_PRESETS.has(id) ? null : name, permissions };
}

/**
 * Exchanges through the company's backend, which holds the client secret. `backend/openapi.yaml` is
 * its contract, from which `backendApi.ts` is made.
 */
export function createBackendExchange(options: BackendExchangeOptions): BackendExchange {
  const { address, staffToken } = options;

  async function call<T>(
    path: string,
    schema: z.ZodType<T>,
    signal: AbortSignal,
    body?: ExchangeRequest | RefreshRequest,
  ): Promise<T> {
    // A staff token must not travel readable by others, whatever the settings say.
    if (backendAddressProblem(address) !== null) throw new ExchangeError('refused');
    const token = await staffToken();
    if (!token) throw new ExchangeError('secret_unavailable');
    const url = new URL(path, address);
    const authorization = `Bearer ${token.reveal()}`;
    const request = { url, authorization, ...(body && { body }) };
    const answer = await requestJson(options, request, signal);
    if (answer.status !== 200) throw backendFailure(answer.body);
    const parsed = schema.safeParse(answer.body);
    if (!parsed.success) throw new ExchangeError('unreadable_answer');
    return parsed.data;
  }

  function pairOf(told: ToldTokenPair): TokenPair {
    const now = options.now();
    return {
      accessToken: new Secret(told.accessToken),
      refreshToken: new Secret(told.refreshToken),
      expiresAt: now + told.expiresIn * 1000,
      refreshExpiresAt: now + told.refreshExpiresIn * 1000,
    };
  }

  return {
    async exchange({ code, redirectUri, mode, signal }) {
      const body = { code: code.reveal(), redirectUri, mode };
      return pairOf(await call('/v1/exchange', tokenPairSchema, signal, body));
    },

    async refresh(refreshToken, signal) {
      const body = { refreshToken: refreshToken.reveal() };
      return pairOf(await call('/v1/refresh', tokenPairSchema, signal, body));
    },

    compatibility: ({ vin, permissions, country }, signal) => {
      const query = new URLSearchParams({ vin, scope: permissions.join(' '), country });
      return call(`/v1/compatibility?${query}`, compatibilitySchema, signal);
    },

    async compatibleModels(region, make, signal) {
      const query = new URLSearchParams({ region, make });
      return modelsOf(make, await call(`/v1/compatibility/matrix?${query}`, matrixSchema, signal));
    },

    async application(signal) {
      const { scopePresets, ...told } = await call('/v1/application', applicationSchema, signal);
      const presets = scopePresets.map(presetOf);
      return { ...told, presets: presets.filter(({ permissions }) => permissions.length > 0) };
    },
  };
}
