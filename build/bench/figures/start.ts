import type { Figure } from '../figure.ts';
import { prepareBareWindow, prepareFleet } from '../profiles.ts';
import { measureStarts } from '../startPairs.ts';
import { median } from '../statistics.ts';

const VEHICLES = 10_000;
const RUNS = 11;

/** Start of the process to the first painted row. */
export const start: Figure<'start.ratio' | 'start.firstVehicle' | 'start.bare'> = {
  name: 'start',
  targets: {
    'start.ratio': {
      what: 'Start to first row, 10,000 vehicles, over an empty window',
      unit: 'ratio',
      aim: 1.5,
    },
    'start.firstVehicle': { what: 'Start to first row', unit: 'ms', aim: null },
    'start.bare': { what: 'Start of an empty window', unit: 'ms', aim: null },
  },
  async measure({ folder, machine, report }) {
    const app = await prepareFleet(folder, VEHICLES);
    const bare = await prepareBareWindow(folder, machine);
    const times = await measureStarts({ app, bare }, machine, { runs: RUNS, onRun: report.line });
    return {
      'start.ratio': { value: median(times.app) / median(times.bare), runs: [] },
      'start.firstVehicle': { value: median(times.app), runs: times.app },
      'start.bare': { value: median(times.bare), runs: times.bare },
    };
  },
};
