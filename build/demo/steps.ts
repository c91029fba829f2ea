import { mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from '@playwright/test';
import { out, root } from '../setup/paths.mjs';
import { type Report, SetupError } from '../setup/report.mjs';

export interface Step {
  readonly name: string;
  readonly ms: number;
}

/** Runs the demo's steps one after the other, times them and takes a picture of each screen. */
export interface Steps {
  readonly done: readonly Step[];
  /** Paths from the repository's top folder. */
  readonly screenshots: readonly string[];
  run<T>(name: string, work: () => Promise<T>): Promise<T>;
  picture(page: Page, name: string): Promise<void>;
}

/** Far more than any step takes on a slow machine: a demo that stands still has to say so and end. */
const LIMIT_MS = 60_000;

async function limited<T>(name: string, work: Promise<T>): Promise<T> {
  const { promise: tooLong, reject } = Promise.withResolvers<never>();
  const message = `The demo stopped: "${name}" took longer than ${LIMIT_MS / 1000} s.`;
  const timer = setTimeout(() => reject(new SetupError(message)), LIMIT_MS);
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

export function createSteps(report: Report): Steps {
  const folder = join(out, 'demo');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const done: Step[] = [];
  const screenshots: string[] = [];
  return {
    done,
    screenshots,
    async run(name, work) {
      const start = performance.now();
      const result = await limited(name, work());
      const ms = Math.round(performance.now() - start);
      done.push({ name, ms });
      report.line(`${String(ms).padStart(6)} ms  ${name}`);
      return result;
    },
    async picture(page, name) {
      const number = String(screenshots.length + 1).padStart(2, '0');
      const file = join(folder, `${number}-${name}.png`);
      await page.screenshot({ path: file, animations: 'disabled' });
      screenshots.push(relative(root, file));
    },
  };
}
