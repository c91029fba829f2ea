import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, type Machine, test } from './app.ts';
import { expectRunning } from './connectBar.ts';
import {
  DRIVER,
  noteConnectUrls,
  setTransport,
  startConnect,
  waitForConnected,
  waitForOutcome,
  walkConnect,
} from './pages.ts';
import { type OwnSandbox, redirectUrisOfKind } from './sandbox.ts';
import { chooseOwnApplication } from './setup.ts';

/** Stands where the redirect URI’s host would be, and counts who knocks. */
async function startTrap(machine: Machine) {
  const trap = { connections: 0, port: 0 };
  const server = createServer((socket) => {
    trap.connections += 1;
    socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  trap.port = (server.address() as AddressInfo).port;
  machine.atEnd(() => void server.close());
  return trap;
}

async function openHosted(machine: Machine, startOwnSandbox: () => Promise<OwnSandbox>) {
  const sandbox = await startOwnSandbox();
  const [redirectUri] = redirectUrisOfKind(sandbox, 'https');
  if (!redirectUri) throw new Error('No https redirect URI is registered');
  const trap = await startTrap(machine);
  const { app, page } = await machine.start({
    env: sandbox.env,
    args: [`--host-resolver-rules=MAP ${new URL(redirectUri).hostname}:443 127.0.0.1:${trap.port}`],
  });
  await chooseOwnApplication(page, { sandbox });
  await setTransport(page, 'https');
  const connectUrl = await noteConnectUrls(app);
  const connectPage = await startConnect(app, page);
  const { searchParams } = await connectUrl();
  expect(searchParams.get('redirect_uri')).toBe(redirectUri);
  const answer = (query: string) => `${redirectUri}&${query}`;
  return { app, page, connectPage, trap, answer, state: searchParams.get('state') ?? '' };
}

test('is caught before anything leaves the machine', async ({ machine, startOwnSandbox }) => {
  const { page, connectPage, trap } = await openHosted(machine, startOwnSandbox);
  await walkConnect(connectPage, DRIVER);
  await waitForConnected(page);
  expect(trap.connections).toBe(0);
});

for (const [name, go] of [
  ['a script', (url: string) => window.location.assign(url)],
  ['a pop-up', (url: string) => void window.open(url)],
  [
    'a form',
    (url: string) => {
      const form = document.createElement('form');
      form.method = 'post';
      form.action = url;
      document.body.append(form);
      form.submit();
    },
  ],
  [
    'a link to a window of its own',
    (url: string) => {
      const link = document.createElement('a');
      link.href = url;
      link.target = '_blank';
      link.rel = 'noopener';
      document.body.append(link);
      link.click();
    },
  ],
] as const) {
  test(`is caught by ${name}, too`, async ({ machine, startOwnSandbox }) => {
    const { page, connectPage, trap, answer, state } = await openHosted(machine, startOwnSandbox);
    await connectPage
      .evaluate(go, answer(`error=access_denied&state=${state}`))
      .catch(() => undefined);
    await waitForOutcome(page, 'access_denied');
    expect(trap.connections).toBe(0);
  });
}

test('asked for by other means is cancelled, and the attempt goes on', async ({
  machine,
  startOwnSandbox,
}) => {
  const { page, connectPage, trap, answer, state } = await openHosted(machine, startOwnSandbox);
  // No page of Connect's: its policy would stop these before we do.
  const here = connectPage.url();
  await connectPage.route('**/bare', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>bare</p>' }),
  );
  await connectPage.goto(new URL('/bare', here).href);
  const failures = await connectPage.evaluate(
    async (url) => {
      const failed = (element: HTMLElement & { src?: string; href?: string }) =>
        new Promise<string>((resolve) => {
          element.onerror = () => resolve('failed');
          element.onload = () => resolve('loaded');
          document.body.append(element);
        });
      const image = Object.assign(new Image(), { src: url });
      const script = Object.assign(document.createElement('script'), { src: url });
      const style = Object.assign(document.createElement('link'), {
        rel: 'stylesheet',
        href: url,
      });
      const prefetch = Object.assign(document.createElement('link'), {
        rel: 'prefetch',
        href: url,
      });
      const frame = Object.assign(document.createElement('iframe'), { src: url });
      document.body.append(frame);
      navigator.sendBeacon(url, 'x');
      const fetched = fetch(url, { mode: 'no-cors' }).then(
        () => 'loaded',
        () => 'failed',
      );
      return Promise.all([failed(image), failed(script), failed(style), failed(prefetch), fetched]);
    },
    answer(`code=c&state=${state}`),
  );
  expect(failures).toEqual(['failed', 'failed', 'failed', 'failed', 'failed']);
  await expectRunning(page);
  await connectPage.goto(here);
  await walkConnect(connectPage, DRIVER);
  await waitForConnected(page);
  expect(trap.connections).toBe(0);
});
