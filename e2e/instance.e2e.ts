import { expect, test } from './app.ts';

test('a second start brings the first window forward and ends', async ({ machine }) => {
  const { app, page } = await machine.start();
  await page.getByTestId('door-simulated').waitFor();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());

  expect(await machine.openLink('scsomething://connect?code=c&state=s')).toBe(0);
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) => {
        const [window] = BrowserWindow.getAllWindows();
        return window?.isVisible() && !window.isMinimized();
      }),
    )
    .toBe(true);
  expect(app.windows()).toHaveLength(1);
});
