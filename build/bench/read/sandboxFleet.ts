import * as z from 'zod';
import { PERMISSIONS } from '../../../contract/permissions.ts';
import { type OwnSandbox, startSandbox } from '../../../e2e/sandbox.ts';
import { Secret } from '../../../main/secret.ts';
import { createBrowser } from '../../../sandbox/testing/browser.ts';

/** A sandbox beside the one who measures, and a token that opens some of its cars. */
export interface SandboxFleet {
  readonly origin: string;
  readonly token: Secret;
  stop(): Promise<void>;
}

const tokens = z.object({ access_token: z.string() });

/** Goes through Connect as an owner of so many cars who grants everything, and answers the code. */
async function connect(
  { origin, clientId }: OwnSandbox,
  redirectUri: string,
  cars: number,
): Promise<string> {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: PERMISSIONS.join(' '),
    state: 'bench',
    mode: 'simulated',
  });
  const browser = createBrowser();
  const start = await browser.open(`${origin}/oauth/authorize?${query}`);
  const brands = await browser.press(start, 'continue-button');
  const login = await browser.press(brands, 'TESLA');
  const owner = { username: `${cars}-vehicles@smartcar.com`, password: 'any password' };
  const grant = await browser.press(login, 'sign-in-button', owner);
  const { leftTo } = await browser.press(grant, 'approval-button');
  const code = leftTo && new URL(leftTo).searchParams.get('code');
  if (!code) throw new Error('Connect gave no code');
  return code;
}

/** Starts a sandbox that takes so long for each answer and knows no limits. */
export async function startSandboxFleet(cars: number, latencyMs: number): Promise<SandboxFleet> {
  const sandbox = await startSandbox({ args: ['--latency', String(latencyMs)] });
  const { origin, clientId, clientSecret, stop } = sandbox;
  const [redirectUri = ''] = sandbox.redirectUris.filter((uri) => uri.startsWith('http://'));
  const code = await connect(sandbox, redirectUri, cars);
  const response = await fetch(`${origin}/oauth/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
    },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
    }),
  });
  const { access_token: token } = tokens.parse(await response.json());
  return { origin, token: new Secret(token), stop };
}
