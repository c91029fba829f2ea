import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, root, test } from './app.ts';

test('a second start brings the first window forward and ends', async ({ machine }) => {
  const { app, page } = await machine.start();
  await page.getByTestId('door-simulated').waitFor();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());

  const second = spawn(
    process.env.MOTORPOOL_ELECTRON ?? '',
    [
      root,
      `--user-data-dir=${machine.userData}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      'scsomething://connect?code=c&state=s',
    ],
    { stdio: 'ignore', env: { ...process.env, ...machine.keyring.env } },
  );
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
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
