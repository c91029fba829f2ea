import { createLiveFleet } from './liveFleet.ts';

/** How many vehicles are asked for at a time: few enough that packing them holds nobody up. */
const PAGE = 250;

/** The one fleet of the window. */
export const fleet = createLiveFleet({
  page: (after) => window.motorpool['fleet.page']({ after, limit: PAGE }),
  now: () => performance.now(),
  later: (ms, run) => {
    setTimeout(run, ms);
  },
});
