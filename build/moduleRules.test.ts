import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

const ALLOWED = [
  ['renderer/vehicles', '../../contract/api.ts'],
  ['preload', '../contract/api.ts'],
  ['main/connect', '../exchange/tokenExchange.ts'],
  ['main/smartcar/v2', '../../../contract/readings.ts'],
  ['main/smartcar/v2', '../../secret.ts'],
  ['main/testing', '../../sandbox/server.ts'],
] as const;

const FORBIDDEN = [
  ['renderer/vehicles', '../../main/secret.ts'],
  ['renderer', 'electron'],
  ['renderer', 'node:fs'],
  ['preload', '../main/secret.ts'],
  ['preload', '../renderer/main.tsx'],
  ['main', '../renderer/main.tsx'],
  ['main', '../sandbox/server.ts'],
  ['main/connect', '../exchange/local.ts'],
  ['main/connect', '../keychain/vault.ts'],
  ['main/testing', '../../renderer/main.tsx'],
  ['main/smartcar', '../fleet/fleet.ts'],
  ['main/smartcar/v2', '../../fleet/fleet.ts'],
  ['contract', '../main/secret.ts'],
  ['sandbox/api', '../../contract/api.ts'],
] as const;

const folder = mkdtempSync(join(tmpdir(), 'motorpool-rules-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** One file per import, in a copy of the tree's folders; answers the files that lint refuses. */
function lint(): Set<string> {
  copyFileSync(join(root, '.biome.json'), join(folder, '.biome.json'));
  for (const [index, [place, imported]] of [...ALLOWED, ...FORBIDDEN].entries()) {
    const file = join(folder, place, `case${index}.ts`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `import '${imported}';\n`);
  }
  const { stdout, error } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/@biomejs/biome/bin/biome'),
      'lint',
      '--only=style/noRestrictedImports',
      '--vcs-enabled=false',
      '--max-diagnostics=none',
      '--reporter=json',
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  if (error) throw error;
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { category: string; location: { path: string } }[];
  };
  return new Set(
    diagnostics
      .filter(({ category }) => category === 'lint/style/noRestrictedImports')
      .map(({ location }) => location.path.replaceAll('\\', '/')),
  );
}

const refused = lint();

test.each(ALLOWED.map((entry, index) => [...entry, index] as const))(
  '%s may import %s',
  (place, _imported, index) => {
    expect(refused).not.toContain(`${place}/case${index}.ts`);
  },
);

test.each(FORBIDDEN.map((entry, index) => [...entry, ALLOWED.length + index] as const))(
  '%s may not import %s',
  (place, _imported, index) => {
    expect(refused).toContain(`${place}/case${index}.ts`);
  },
);
