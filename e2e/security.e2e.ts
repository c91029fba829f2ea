import { join } from 'node:path';
import { expect, root, test } from './app.ts';

test('the app’s window is sandboxed and lives under a strict policy', async ({ machine }) => {
  const { app, page } = await machine.start();
  await page.getByTestId('door-simulated').waitFor();
  const preferences = await app.evaluate(({ webContents }) => {
    const [contents] = webContents.getAllWebContents();
    // Electron has it, its types do not.
    const { getLastWebPreferences } = contents as unknown as {
      getLastWebPreferences: () => Electron.WebPreferences;
    };
    return getLastWebPreferences.call(contents);
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
  });

  const policy = await page.evaluate(async () => {
    const response = await fetch('app://bundle/index.html');
    return response.headers.get('content-security-policy') ?? '';
  });
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');

  const globals = await page.evaluate(() => ({
    node: 'process' in window || 'require' in window || 'Buffer' in window,
    api: Object.values(window.motorpool).every((member) => typeof member === 'function'),
    frozen: Object.isFrozen(window.motorpool),
  }));
  expect(globals).toMatchObject({ node: false, api: true });
});

test('the bundle’s address gives nothing else away', async ({ machine }) => {
  const { page } = await machine.start();
  await page.getByTestId('door-simulated').waitFor();
  const statuses = await page.evaluate(() =>
    Promise.all(
      [
        'app://bundle/%2e%2e/main/index.js',
        'app://bundle/..%2fmain%2findex.js',
        'app://bundle/nothing.html',
        'app://bundle/',
      ].map((url) => fetch(url).then(({ status }) => status)),
    ),
  );
  expect(statuses).toEqual([404, 404, 404, 404]);
  const elsewhere = await page.evaluate(() =>
    fetch('https://example.com/').then(
      () => 'reached',
      () => 'refused',
    ),
  );
  expect(elsewhere).toBe('refused');
});

test('what does not fit the contract is refused', async ({ machine }) => {
  const { page } = await machine.start();
  await page.getByTestId('door-simulated').waitFor();
  const answers = await page.evaluate(async () => {
    const call = (name: string, input: unknown) =>
      (window.motorpool as unknown as Record<string, (input: unknown) => Promise<unknown>>)
        [name]?.(input)
        .then(
          () => 'answered',
          (error: Error) => error.message,
        );
    return Promise.all([
      call('fleet.disconnect', { vehicleId: 7 }),
      call('fleet.refresh', { vehicleIds: ['a'], more: true }),
      call('help.open', { link: 'https://evil.example' }),
      call('setup.saveApplication', { clientId: 'x' }),
    ]);
  });
  for (const answer of answers) expect(answer).toMatch(/: Request failed$/);
});

test('another page in the app’s process may not ask', async ({ machine }) => {
  const { app, page } = await machine.start();
  await page.getByTestId('door-simulated').waitFor();
  const preload = join(root, 'out/preload/index.cjs');
  const answer = await app.evaluate(async ({ BrowserWindow }, path) => {
    const intruder = new BrowserWindow({
      show: false,
      webPreferences: { preload: path, sandbox: true },
    });
    await intruder.loadURL('app://bundle/index.html');
    return intruder.webContents.executeJavaScript(
      "window.motorpool['app.bootstrap']().then(() => 'answered', (error) => error.message)",
    );
  }, preload);
  expect(answer).toMatch(/: Refused$/);
});
