/*
 * Loaded into the main process before the app: notes where Node's own sockets go to, which Chromium's
 * log does not know. Threads are started with it, too. Nothing of the app may need them.
 */
const { appendFileSync } = require('node:fs');
const dgram = require('node:dgram');
const net = require('node:net');
const workerThreads = require('node:worker_threads');

const file = process.env.MOTORPOOL_E2E_SOCKETS ?? '';

/** @param {unknown} target */
function note(target) {
  appendFileSync(file, `${JSON.stringify(target)}\n`);
}

const { connect } = net.Socket.prototype;
/** @param {any[]} args */
net.Socket.prototype.connect = function connectNoted(...args) {
  // `net.connect` and `tls.connect` have put their arguments in order before; others have not.
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  const options = typeof first === 'object' ? first : { port: first, host: second };
  if (options.path === undefined) note({ host: options.host ?? 'localhost', port: options.port });
  return connect.apply(this, /** @type {any} */ (args));
};

const { send } = dgram.Socket.prototype;
/** @param {any[]} args */
dgram.Socket.prototype.send = function sendNoted(...args) {
  note({ host: args.filter((one) => typeof one === 'string').at(-1), port: 'udp' });
  return send.apply(this, /** @type {any} */ (args));
};

if (workerThreads.isMainThread) {
  const { Worker } = workerThreads;
  workerThreads.Worker = class extends Worker {
    /**
     * @param {string | URL} entry
     * @param {import('node:worker_threads').WorkerOptions} [options]
     */
    constructor(entry, options) {
      super(entry, { ...options, execArgv: [...(options?.execArgv ?? []), '-r', __filename] });
    }
  };
  require('node:module').syncBuiltinESMExports();
}
