/**
 * What `npm start` was asked for. Everything that is not ours goes to the app.
 *
 * @typedef {object} StartArguments
 * @property {boolean} demo Run the main job by itself instead of opening the app for a person.
 * @property {boolean} json Standard output carries one JSON object and nothing else.
 * @property {readonly string[]} app
 */

/**
 * @param {readonly string[]} args
 * @returns {StartArguments}
 */
export function readStartArguments(args) {
  const json = args.includes('--json');
  return {
    // The JSON object tells of the demo, so asking for it is asking for the demo.
    demo: json || args.includes('--demo'),
    json,
    app: args.filter((arg) => arg !== '--demo' && arg !== '--json'),
  };
}

/**
 * Whether a window would be seen by anybody.
 *
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 */
export function hasDisplay(platform, env) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}
