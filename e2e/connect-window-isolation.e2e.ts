import { expect, test } from './app.ts';
import { expectRunning, openConnect } from './connectBar.ts';
import { DRIVER, waitForConnected, walkConnect } from './pages.ts';

test.describe('the machine is out of reach', () => {
  test('for downloads and prompts', async ({ machine }) => {
    const { app, page, connectPage } = await openConnect(machine);
    const downloads = await app.evaluateHandle(({ webContents }) => {
      const noted = { states: [] as string[] };
      const contents = webContents.getAllWebContents().find((one) => /^http/.test(one.getURL()));
      contents?.session.on('will-download', (event, item) => {
        noted.states.push(event.defaultPrevented ? 'refused' : item.getState());
      });
      return noted;
    });
    await connectPage.evaluate(() => {
      const link = document.createElement('a');
      link.href = window.location.href;
      link.download = 'page.html';
      document.body.append(link);
      link.click();
    });
    await expect.poll(async () => (await downloads.jsonValue()).states).toEqual(['refused']);
    const asked = await connectPage.evaluate(async () => [
      await Notification.requestPermission(),
      await new Promise<string>((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          ({ code }) =>
            resolve(code === GeolocationPositionError.PERMISSION_DENIED ? 'denied' : ''),
        );
      }),
    ]);
    expect(asked).toEqual(['denied', 'denied']);
    await expectRunning(page);
  });

  test('and pages see a plain browser', async ({ machine }) => {
    const { connectPage } = await openConnect(machine);
    const seen = await connectPage.evaluate(() => ({
      userAgent: navigator.userAgent,
      // Not in every library of types.
      brands: JSON.stringify((navigator as { userAgentData?: unknown }).userAgentData ?? null),
      globals: ['process', 'require', 'motorpool', 'connectBar'].filter((name) => name in window),
    }));
    expect(seen.userAgent).toMatch(/ Chrome\/[\d.]+ Safari\/[\d.]+$/);
    expect(`${seen.userAgent} ${seen.brands}`).not.toMatch(/Electron|Motorpool/);
    expect(seen.globals).toEqual([]);
  });
});

test('nothing of it is left after the attempt', async ({ machine }) => {
  const { app, page, connectPage } = await openConnect(machine);
  const session = await app.evaluateHandle(
    ({ webContents }) =>
      webContents.getAllWebContents().find((one) => /^http/.test(one.getURL()))?.session,
  );
  const cookies = () => session.evaluate(async (one) => (await one?.cookies.get({}))?.length);
  // Connect keeps a cookie of its own.
  expect(await cookies()).toBeGreaterThan(0);
  await walkConnect(connectPage, DRIVER);
  await waitForConnected(page);
  await expect.poll(cookies).toBe(0);
  expect(app.windows()).toEqual([page]);
  expect(await session.evaluate((one) => [one?.isPersistent(), one?.storagePath])).toEqual([
    false,
    null,
  ]);
});
