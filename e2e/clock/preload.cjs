/*
 * Loaded into the main process before the app: a clock that a test puts forward. Timers that no test
 * waits for go off when the clock has passed them.
 */
const LONG_MS = 10_000;

const real = { now: Date.now, setTimeout: globalThis.setTimeout, clearTimeout };
/** @type {Map<unknown, { due: number, run: () => void }>} */
const long = new Map();
let ahead = 0;

/**
 * @param {(...rest: unknown[]) => void} run
 * @param {number} [ms]
 * @param {unknown[]} rest
 */
function setTimeoutByClock(run, ms = 0, ...rest) {
  const timer = real.setTimeout(run, ms, ...rest);
  if (ms >= LONG_MS) long.set(timer, { due: Date.now() + ms, run: () => run(...rest) });
  return timer;
}

/** @param {NodeJS.Timeout | string | number | undefined} timer */
function clearTimeoutByClock(timer) {
  long.delete(timer);
  real.clearTimeout(timer);
}

const motorpoolClock = {
  /**
   * As after a sleep of the machine: it is later, and no timer has noticed yet.
   * @param {number} ms
   */
  sleep(ms) {
    ahead += ms;
  },
  /** @param {number} ms */
  pass(ms) {
    ahead += ms;
    for (const [timer, { due, run }] of [...long]) {
      if (due > Date.now()) continue;
      long.delete(timer);
      real.clearTimeout(/** @type {NodeJS.Timeout} */ (timer));
      run();
    }
  },
};

Date.now = () => real.now() + ahead;
Object.assign(globalThis, {
  setTimeout: Object.defineProperties(
    setTimeoutByClock,
    Object.getOwnPropertyDescriptors(real.setTimeout),
  ),
  clearTimeout: clearTimeoutByClock,
  motorpoolClock,
});
