import { fileURLToPath } from 'node:url';
import { createBrowser } from '../../sandbox/testing/browser.ts';
import { run } from './process.ts';

const MAIN = fileURLToPath(new URL('../../sandbox/main.ts', import.meta.url));

/** The stand-in for Smartcar, as a process of its own. */
export interface SandboxProcess {
  readonly origin: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
  /** Calls its admin route. */
  readonly admin: (method: string, path: string, body?: unknown) => Promise<unknown>;
  /** Walks through Connect and gives the code. */
  readonly connect: (redirectUri: string) => Promise<string>;
  readonly stop: () => Promise<unknown>;
}

interface ReadyLine {
  readonly origins: { readonly api: string };
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
  readonly admin: string;
}

/** Starts `sandbox/main.ts` on a free port. */
export async function startSandboxProcess(...args: string[]): Promise<SandboxProcess> {
  const sandbox = run(MAIN, ['--port', '0', ...args]);
  const { origins, admin, ...application } = JSON.parse(await sandbox.firstLine()) as ReadyLine;
  return {
    ...application,
    origin: origins.api,
    admin: async (method, path, body) => {
      const response = await fetch(`${admin}${path}`, {
        method,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return text === '' ? undefined : JSON.parse(text);
    },
    connect: async (redirectUri) => {
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: application.clientId,
        redirect_uri: redirectUri,
        scope: 'read_vehicle_info read_odometer',
        state: 'a state',
        mode: 'simulated',
      });
      const browser = createBrowser();
      const start = await browser.open(`${origins.api}/oauth/authorize?${query}`);
      const brands = await browser.press(start, 'continue-button');
      const login = await browser.press(brands, 'TESLA');
      const fields = { username: 'driver@example.com', password: 'pw' };
      const grant = await browser.press(login, 'sign-in-button', fields);
      const { leftTo } = await browser.press(grant, 'approval-button');
      const code = new URL(leftTo ?? '').searchParams.get('code');
      if (!code) throw new Error(`Connect gave no code: ${leftTo}`);
      return code;
    },
    stop: () => {
      sandbox.child.kill('SIGTERM');
      return sandbox.exit;
    },
  };
}
