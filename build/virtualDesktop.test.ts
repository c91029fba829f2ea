import { describe, expect, test } from 'vitest';
import { projectNode } from './setup/paths.mjs';
import { runOnVirtualDesktop, startVirtualDesktop } from './virtualDesktop.ts';

describe.skipIf(process.platform !== 'linux')('a virtual desktop', () => {
  test('each has a display of its own', async () => {
    const [one, other] = await Promise.all([
      startVirtualDesktop('none'),
      startVirtualDesktop('none'),
    ]);
    await Promise.all([one.stop(), other.stop()]);
    expect(one.env.DISPLAY).toMatch(/^:\d+$/);
    expect(other.env.DISPLAY).not.toBe(one.env.DISPLAY);
  });

  test('ends as the command ends', async () => {
    const script = 'process.exit(process.env.DISPLAY ? 7 : 8)';
    expect(await runOnVirtualDesktop('none', projectNode, ['-e', script], process.env)).toBe(7);
  });

  test('ends as a shell would when the command was stopped', async () => {
    const script = "process.kill(process.pid, 'SIGTERM')";
    expect(await runOnVirtualDesktop('none', projectNode, ['-e', script], process.env)).toBe(143);
  });
});
