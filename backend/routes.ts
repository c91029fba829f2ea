import { Hono } from 'hono';
import type { Env } from './app.ts';
import type { Config } from './config.ts';
import { Problem } from './problems.ts';
import {
  CompatibilityQuery,
  ExchangeRequest,
  MatrixQuery,
  RefreshRequest,
  readBody,
  readQuery,
} from './requests.ts';
import { SCOPE_PRESETS } from './scopePresets.ts';
import type { CompatibilityApi } from './smartcar/compatibility.ts';
import type { TokenEndpoint } from './smartcar/tokenEndpoint.ts';

export interface RoutesOptions {
  readonly config: Pick<Config, 'clientId' | 'redirectUris' | 'mode'>;
  readonly tokens: TokenEndpoint;
  readonly compatibility: CompatibilityApi;
}

/** The routes below `/v1`, for staff. `openapi.yaml` describes them. */
export function staffRoutes({ config, tokens, compatibility }: RoutesOptions): Hono<Env> {
  const app = new Hono<Env>();
  const { clientId, redirectUris, mode } = config;

  app.get('/application', (c) =>
    c.json({ clientId, redirectUris, mode, scopePresets: SCOPE_PRESETS }),
  );

  app.post('/exchange', async (c) => {
    const request = await readBody(c, ExchangeRequest);
    if (!redirectUris.includes(request.redirectUri)) {
      throw new Problem('invalid_request', 'redirectUri is not one of this application’s.');
    }
    if (request.mode !== undefined && request.mode !== mode) {
      throw new Problem('invalid_request', `mode is not this application’s, which is ${mode}.`);
    }
    return c.json(await tokens.exchange(request.code, request.redirectUri));
  });

  app.post('/refresh', async (c) => {
    const { refreshToken } = await readBody(c, RefreshRequest);
    return c.json(await tokens.refresh(refreshToken));
  });

  app.get('/compatibility', async (c) =>
    c.json(await compatibility.byVin(readQuery(c, CompatibilityQuery))),
  );

  app.get('/compatibility/matrix', async (c) =>
    c.json(await compatibility.matrix(readQuery(c, MatrixQuery))),
  );

  return app;
}
