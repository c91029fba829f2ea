/**
 * What the set-up says on screen: one line per step that had something to do.
 *
 * @typedef {object} Report
 * @property {(line: string) => void} line
 * @property {<T>(name: string, work: () => Promise<T>) => Promise<T>} step Runs `work` and prints its name and time.
 */

/** A failure with a message for people: printed without a stack trace. */
export class SetupError extends Error {}

/**
 * @param {number} milliseconds
 */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/**
 * @param {NodeJS.WriteStream} stream Where to write: standard error where standard output carries JSON.
 * @returns {Report}
 */
export function createReport(stream) {
  const line = (/** @type {string} */ text) => {
    stream.write(`${text}\n`);
  };
  return {
    line,
    async step(name, work) {
      // On a terminal a long step is announced; in a log its end is enough.
      if (stream.isTTY) line(`  ${name} …`);
      const start = performance.now();
      const result = await work();
      line(`✓ ${name} (${seconds(performance.now() - start)})`);
      return result;
    },
  };
}
