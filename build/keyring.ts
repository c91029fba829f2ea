import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Daemon, firstLine, startDaemon } from './daemon.ts';

/**
 * A desktop session's keyring in one of the states that people's machines are in:
 * `unlocked`: as after a graphical login. `locked`: it exists, and nobody is there to ask for its
 * password. `empty`: the service runs, no keyring was ever made. `none`: no session bus at all.
 */
export type KeyringKind = 'unlocked' | 'locked' | 'empty' | 'none';

export interface KeyringSession {
  /** To be laid over the environment of what shall use this keyring. */
  readonly env: Readonly<Record<string, string>>;
  /** Locks the keyring, with nobody there to ask for its password. */
  readonly lock: () => Promise<void>;
  readonly unlock: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const PASSWORD = 'throw-away';
const LIMIT_MS = 15_000;
const POLL_MS = 20;

/**
 * A bus that starts no service by itself. The desktop's own configuration would: a second keyring,
 * portals, and the dialog that asks for the password, for which a test would wait for ever.
 */
const busConfiguration = (socket: string) => `<!DOCTYPE busconfig PUBLIC
  "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

async function startBus(folder: string): Promise<{ daemon: Daemon; address: string }> {
  const configuration = join(folder, 'bus.conf');
  await writeFile(configuration, busConfiguration(join(folder, 'bus')));
  const daemon = startDaemon(
    'dbus-daemon',
    ['--nofork', '--nopidfile', '--print-address=1', `--config-file=${configuration}`],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  return { daemon, address: await firstLine(daemon) };
}

/** Whether the keyring named `login` is locked; `null` while there is none or nobody answers. */
function isLocked(env: NodeJS.ProcessEnv): boolean | null {
  const { stdout } = spawnSync(
    'dbus-send',
    [
      '--session',
      '--print-reply=literal',
      '--dest=org.freedesktop.secrets',
      '/org/freedesktop/secrets/collection/login',
      'org.freedesktop.DBus.Properties.Get',
      'string:org.freedesktop.Secret.Collection',
      'string:Locked',
    ],
    { env, encoding: 'utf8' },
  );
  const answer = /boolean (true|false)/.exec(stdout);
  return answer ? answer[1] === 'true' : null;
}

function hasOwner(env: NodeJS.ProcessEnv): boolean {
  const { stdout } = spawnSync(
    'dbus-send',
    [
      '--session',
      '--print-reply=literal',
      '--dest=org.freedesktop.DBus',
      '/',
      'org.freedesktop.DBus.NameHasOwner',
      'string:org.freedesktop.secrets',
    ],
    { env, encoding: 'utf8' },
  );
  return stdout.includes('boolean true');
}

async function until(what: string, holds: () => boolean): Promise<void> {
  const deadline = Date.now() + LIMIT_MS;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`gnome-keyring: ${what} did not come about`);
    await delay(POLL_MS);
  }
}

function serveKeyring(env: NodeJS.ProcessEnv, folder: string, unlock: boolean): Daemon {
  const daemon = startDaemon(
    'gnome-keyring-daemon',
    [
      '--foreground',
      '--components=secrets',
      `--control-directory=${join(folder, 'keyring')}`,
      ...(unlock ? ['--unlock'] : []),
    ],
    { env, stdio: ['pipe', 'ignore', 'ignore'] },
  );
  daemon.process.stdin?.end(unlock ? PASSWORD : '');
  return daemon;
}

async function lockKeyring(env: NodeJS.ProcessEnv): Promise<void> {
  spawnSync(
    'dbus-send',
    [
      '--session',
      '--print-reply',
      '--dest=org.freedesktop.secrets',
      '/org/freedesktop/secrets',
      'org.freedesktop.Secret.Service.Lock',
      'array:objpath:/org/freedesktop/secrets/collection/login',
    ],
    { env },
  );
  await until('a locked keyring', () => isLocked(env) === true);
}

/** A message of the daemon's control socket: its length, what to do, the password's length, the password. */
function unlockMessage(): Buffer {
  const password = Buffer.from(PASSWORD);
  const head = Buffer.alloc(12);
  head.writeUInt32BE(head.length + password.length, 0);
  head.writeUInt32BE(1, 4);
  head.writeUInt32BE(password.length, 8);
  // The byte before it is what the daemon reads the sender's credentials with.
  return Buffer.concat([Buffer.alloc(1), head, password]);
}

/** Unlocks as a login does: through the control socket, since over the bus a dialog would have to ask. */
async function unlockKeyring(env: NodeJS.ProcessEnv, folder: string): Promise<void> {
  const socket = createConnection(join(folder, 'keyring/control'));
  socket.end(unlockMessage());
  await until('an unlocked keyring', () => isLocked(env) === false);
  socket.destroy();
}

/** Brings the keyring into the wanted state and answers the daemon that serves it. */
async function startKeyring(
  kind: Exclude<KeyringKind, 'none'>,
  env: NodeJS.ProcessEnv,
  folder: string,
): Promise<Daemon> {
  if (kind === 'empty') {
    const daemon = serveKeyring(env, folder, false);
    await until('its service', () => hasOwner(env));
    return daemon;
  }
  const unlocked = serveKeyring(env, folder, true);
  await until('an unlocked keyring', () => isLocked(env) === false);
  if (kind === 'unlocked') return unlocked;
  // The keyring's file stays; a daemon that was not told the password finds it locked.
  await unlocked.stop();
  await until('its end', () => !hasOwner(env));
  const locked = serveKeyring(env, folder, false);
  await until('a locked keyring', () => isLocked(env) === true);
  return locked;
}

/**
 * Starts a session bus and a keyring of its own, away from the one of the person at the machine.
 * Everything it writes is in a temporary folder that `stop` removes.
 */
export async function startKeyringSession(kind: KeyringKind): Promise<KeyringSession> {
  const folder = await mkdtemp(join(tmpdir(), 'motorpool-session-'));
  const folders = {
    XDG_RUNTIME_DIR: join(folder, 'runtime'),
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CONFIG_HOME: join(folder, 'config'),
  };
  for (const path of Object.values(folders)) await mkdir(path, { mode: 0o700 });
  const daemons: Daemon[] = [];
  const stop = async () => {
    for (const daemon of daemons.reverse()) await daemon.stop();
    await rm(folder, { recursive: true, force: true });
  };
  if (kind === 'none') {
    // An address where nobody is. Without any, libdbus would start a bus of its own.
    const nobody = `unix:path=${join(folder, 'no-bus')}`;
    const env = { ...folders, DBUS_SESSION_BUS_ADDRESS: nobody, GNOME_KEYRING_CONTROL: '' };
    const missing = () => Promise.reject(new Error('There is no keyring'));
    return { env, lock: missing, unlock: missing, stop };
  }
  try {
    const bus = await startBus(folder);
    daemons.push(bus.daemon);
    const env = {
      ...folders,
      DBUS_SESSION_BUS_ADDRESS: bus.address,
      GNOME_KEYRING_CONTROL: join(folder, 'keyring'),
    };
    const full = { ...process.env, ...env };
    daemons.push(await startKeyring(kind, full, folder));
    return {
      env,
      lock: () => lockKeyring(full),
      unlock: () => unlockKeyring(full, folder),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
