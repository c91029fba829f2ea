import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, Figure } from './bench/figure.ts';
import { heap } from './bench/figures/heap.ts';
import { importList } from './bench/figures/import.ts';
import { longestTask } from './bench/figures/longestTask.ts';
import { map } from './bench/figures/map.ts';
import { memory } from './bench/figures/memory.ts';
import { read } from './bench/figures/read.ts';
import { search } from './bench/figures/search.ts';
import { sort } from './bench/figures/sort.ts';
import { start } from './bench/figures/start.ts';
import { startChunk } from './bench/figures/startChunk.ts';
import { inWords, type Result, resultsOf } from './bench/results.ts';
import { withMachine } from './bench/withMachine.ts';
import { runMain } from './main.ts';
import { out } from './setup/paths.mjs';
import { createReport, type Report, SetupError } from './setup/report.mjs';

/** Each starts its own app, so that none measures what another left behind. */
const FIGURES: readonly Figure[] = [
  start,
  search,
  sort,
  longestTask,
  heap,
  read,
  memory,
  map,
  importList,
  startChunk,
];

function chosen(names: readonly string[]): readonly Figure[] {
  const unknown = names.filter((name) => !FIGURES.some((figure) => figure.name === name));
  if (unknown.length > 0) {
    const known = FIGURES.map(({ name }) => name).join(', ');
    throw new SetupError(`There is no figure ${unknown.join(', ')}. There are: ${known}.`);
  }
  return names.length === 0 ? FIGURES : FIGURES.filter(({ name }) => names.includes(name));
}

/** A figure that fails is told and leaves the others to be measured. */
async function measure(figure: Figure, bench: Bench): Promise<readonly Result[]> {
  const { report } = bench;
  try {
    return resultsOf(figure, await report.step(figure.name, () => figure.measure(bench)));
  } catch (error) {
    report.line(`✗ ${figure.name} could not be measured: ${String(error)}`);
    return resultsOf(figure, null);
  }
}

function tell(report: Report, figures: readonly Figure[], results: readonly Result[]): void {
  const words = new Map(
    figures.flatMap(({ targets }) =>
      Object.entries(targets).map(([name, { what }]) => [name, what] as const),
    ),
  );
  report.line('');
  for (const result of results) report.line(inWords(words.get(result.name) ?? '', result));
}

await runMain(async () => {
  const figures = chosen(process.argv.slice(2));
  const report = createReport(process.stdout);
  const folder = await mkdtemp(join(tmpdir(), 'motorpool-bench-'));
  try {
    return await withMachine(report, async (machine) => {
      const results: Result[] = [];
      for (const figure of figures) {
        results.push(...(await measure(figure, { report, machine, folder })));
        // After each, so that whoever stops the rest keeps what was measured.
        await writeFile(join(out, 'bench.json'), `${JSON.stringify(results, null, 2)}\n`);
      }
      tell(report, figures, results);
      return results.every(({ value }) => value !== null) ? 0 : 1;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
