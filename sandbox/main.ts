import { EventEmitter } from 'node:events';
import { HELP, readCommandLine, UsageError } from './cli.ts';
import type { SandboxOptions } from './options.ts';
import { createSandbox, type Sandbox } from './server.ts';

const BAD_OPTION = 2;
const CANNOT_START = 1;

function explain(error: unknown, { port, host }: SandboxOptions): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `port ${port} of ${host ?? '127.0.0.1'} is taken`;
  if (code === 'EACCES') return `not allowed: ${message}`;
  return message;
}

function stopWith(sandbox: Sandbox): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    sandbox.close().then(
      () => process.exit(0),
      (error: Error) => {
        process.stderr.write(`sandbox: ${error.message}\n`);
        process.exit(CANNOT_START);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('disconnect', stop);
  // Set in an Electron utility process: the port to the process that started it.
  const { parentPort } = process as { parentPort?: unknown };
  if (parentPort instanceof EventEmitter) parentPort.once('close', stop);
}

async function run(options: SandboxOptions): Promise<void> {
  const sandbox = await createSandbox(options);
  stopWith(sandbox);
  const { origins, clientId, clientSecret, redirectUris, admin } = sandbox;
  const ready = { origins, clientId, clientSecret, redirectUris, admin };
  process.stdout.write(`${JSON.stringify(ready)}\n`);
}

function main(args: readonly string[]): void {
  let options: SandboxOptions | 'help';
  try {
    options = readCommandLine(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`sandbox: ${error.message}\nTry --help.\n`);
    process.exitCode = BAD_OPTION;
    return;
  }
  if (options === 'help') {
    process.stdout.write(HELP);
    return;
  }
  const chosen = options;
  run(chosen).catch((error: unknown) => {
    process.stderr.write(`sandbox: ${explain(error, chosen)}\n`);
    process.exit(CANNOT_START);
  });
}

main(process.argv.slice(2));
