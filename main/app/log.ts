import { join } from 'node:path';
import logger from 'electron-log/node';
import { redact } from './redact.ts';

export interface Log {
  /** Notes what happened by a fixed event name and a few harmless fields. */
  (event: string, fields?: Readonly<Record<string, string | number>>): void;
  /** Notes an error that nobody expected. */
  error(event: string, error: unknown): void;
}

/** A log file in `folder`, up to 1 MiB and one older one. Every line passes `redact`. */
export function openLog(folder: string): Log {
  logger.transports.console.level = false;
  logger.transports.file.resolvePathFn = () => join(folder, 'main.log');
  logger.transports.file.format = '[{y}-{m}-{d} {h}:{i}:{s}.{ms}] {level} {text}';

  const write: Log = (event, fields = {}) => {
    const words = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
    logger.info(redact([event, ...words].join(' ')));
  };
  write.error = (event, error) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    logger.error(redact(`${event} ${text}`));
  };
  return write;
}
