import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Properties that know left from right; read from right to left they would be on the wrong side. */
const PHYSICAL =
  /^\s*(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)(?:-\w+)*|left|right|border-(?:top|bottom)-(?:left|right)-radius)\s*:|\b(?:text-align|float|clear)\s*:\s*(?:left|right)\b/;

test('style sheets speak of start and end, not of left and right', () => {
  const files = globSync('renderer/**/*.css', { cwd: root });
  expect(files.length).toBeGreaterThan(20);
  const physical = files.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .filter((line) => PHYSICAL.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(physical).toEqual([]);
});
