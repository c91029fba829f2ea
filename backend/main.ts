import { ConfigError, readConfig } from './config.ts';
import { logLine } from './requestLog.ts';
import { startBackend } from './server.ts';
import { createToken, isStaffName, TokenFileError } from './staff/tokenFile.ts';

const CANNOT_START = 1;
const BAD_CONFIGURATION = 2;

const USAGE = `Usage:
  node backend/main.ts                  serve, configured by the environment
  node backend/main.ts add-token NAME   make a staff token: its line on stdout, itself on stderr
`;

const say = (line: string) => process.stdout.write(`${line}\n`);
const warn = (message: string) => process.stderr.write(`backend: ${message}\n`);

function fail(messages: readonly string[], exitCode: number): void {
  for (const message of messages) warn(message);
  process.exitCode = exitCode;
}

async function addToken(name: string): Promise<void> {
  if (!isStaffName(name)) {
    fail(['a NAME has letters, digits, ".", "_" and "-", 64 at most'], BAD_CONFIGURATION);
    return;
  }
  const { token, line } = await createToken(name);
  // Apart, so that `>> file` takes the line and the token stays on the screen.
  say(line);
  process.stderr.write(`Token of ${name}, shown only now:\n${token}\n`);
}

function explainStart(error: unknown): [readonly string[], number] {
  if (error instanceof ConfigError) return [error.messages, BAD_CONFIGURATION];
  if (error instanceof TokenFileError) {
    return [[`STAFF_TOKENS_FILE: ${error.message}`], BAD_CONFIGURATION];
  }
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  return syscall === 'stat' || syscall === 'open' || syscall === 'read'
    ? [[`STAFF_TOKENS_FILE: cannot be read (${code})`], BAD_CONFIGURATION]
    : [[message], CANNOT_START];
}

async function serve(): Promise<void> {
  try {
    const backend = await startBackend(readConfig(process.env), {
      fetch,
      now: Date.now,
      log: (entry) => say(logLine(entry)),
      warn,
    });
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      // Listens on: a second signal must not cut what the first lets finish.
      process.on(signal, () => void backend.stop().then(() => process.exit(0)));
    }
    say(JSON.stringify({ event: 'listening', url: backend.url }));
  } catch (error) {
    fail(...explainStart(error));
  }
}

const [command, name, ...more] = process.argv.slice(2);
if (command === undefined) {
  await serve();
} else if (command === 'add-token' && name !== undefined && more.length === 0) {
  await addToken(name);
} else {
  process.stderr.write(USAGE);
  process.exitCode = BAD_CONFIGURATION;
}
