export const LOG_LEVELS = ['error', 'warn', 'info'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** One line of the log, redacted. */
export interface LogLine {
  /** Date and time as written: local time of this computer. */
  readonly time: string;
  readonly level: LogLevel;
  readonly text: string;
}

/** The newest lines, the oldest of them first. */
export interface LogTail {
  /** Changes whenever the log does. */
  readonly version: string;
  readonly lines: readonly LogLine[];
}
