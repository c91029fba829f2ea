import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstLine, startDaemon } from './daemon.ts';
import { type KeyringKind, startKeyringSession } from './keyring.ts';

export interface VirtualDesktop {
  /** To be laid over the environment of what shall run on this desktop. */
  readonly env: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

const SCREEN = '1600x1000x24';

/** One X authority entry that holds for every display number, since Xvfb chooses its own. */
function authorityFile(cookie: Buffer): Buffer {
  const field = (content: Buffer) => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(content.length);
    return Buffer.concat([length, content]);
  };
  const anyHost = Buffer.from([0xff, 0xff]);
  const empty = Buffer.alloc(0);
  return Buffer.concat([
    anyHost,
    field(empty),
    field(empty),
    field(Buffer.from('MIT-MAGIC-COOKIE-1')),
    field(cookie),
  ]);
}

/**
 * Starts an X display without a screen. Xvfb is asked for a free number (`-displayfd`) instead of
 * `xvfb-run -a`, which guesses one, and leaves its children behind when it is stopped.
 */
async function startDisplay(): Promise<VirtualDesktop> {
  const folder = await mkdtemp(join(tmpdir(), 'motorpool-display-'));
  const authority = join(folder, 'authority');
  await writeFile(authority, authorityFile(randomBytes(16)), { mode: 0o600 });
  const server = startDaemon(
    'Xvfb',
    ['-displayfd', '1', '-screen', '0', SCREEN, '-noreset', '-nolisten', 'tcp', '-auth', authority],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { env: { DISPLAY: `:${await firstLine(server)}`, XAUTHORITY: authority }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * A desktop nobody sees, with a keyring of its own: what Electron and keytar need on a Linux machine
 * without one. Nothing of it touches the desktop of the person at the machine.
 */
export async function startVirtualDesktop(keyring: KeyringKind): Promise<VirtualDesktop> {
  const display = await startDisplay();
  try {
    const session = await startKeyringSession(keyring);
    return {
      env: {
        ...display.env,
        ...session.env,
        WAYLAND_DISPLAY: '',
        XDG_SESSION_TYPE: 'x11',
        // No accessibility bus here: without this every GTK program looks for it and complains.
        NO_AT_BRIDGE: '1',
      },
      stop: async () => {
        await session.stop();
        await display.stop();
      },
    };
  } catch (error) {
    await display.stop();
    throw error;
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a command to its end, passing on the signals that this process gets meanwhile.
 *
 * @returns its exit code, as a shell would give it
 */
export async function runToEnd(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const child = spawn(command, args, { stdio: 'inherit', env });
  const passOn = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, passOn);
  try {
    const [code, signal] = await once(child, 'exit');
    return code ?? 128 + constants.signals[signal as NodeJS.Signals];
  } finally {
    for (const signal of SIGNALS) process.off(signal, passOn);
  }
}

/** Runs a command to its end on a virtual desktop of its own, which is gone afterwards. */
export async function runOnVirtualDesktop(
  keyring: KeyringKind,
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const desktop = await startVirtualDesktop(keyring);
  try {
    return await runToEnd(command, args, { ...env, ...desktop.env });
  } finally {
    await desktop.stop();
  }
}
