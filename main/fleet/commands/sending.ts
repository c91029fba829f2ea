import type { CommandProblem } from '../../../contract/commands.ts';
import type { QueueState } from '../../../contract/queue.ts';
import type { DisconnectFailure } from '../../../contract/responses.ts';
import type { Result } from '../../../contract/result.ts';
import { SmartcarError } from '../../smartcar/errors.ts';
import type { Authorization, VehiclePlatform } from '../../smartcar/platform.ts';
import { runLimited } from '../runLimited.ts';
import type { Clock } from '../sync/clock.ts';
import type { VehicleRecord } from '../vehicleRecord.ts';
import type { RunInProgress } from './commandRun.ts';
import { isKeptBack, NOT_SENT, problemOfCommand, problemOfDisconnect } from './problems.ts';

/** How many vehicles are told at the same time. */
const CONCURRENCY = 2;

/** So many in a row without an answer are not the vehicles' fault: the network is gone. */
const SILENT_LIMIT = 2;

/** A call that the budget will allow so soon is waited for in the meter, where it keeps its place. */
const SOON_MS = 15_000;
/** The budget may be raised, and others may spend of it, so it is looked at again in between. */
const LONGEST_PAUSE_MS = 5_000;

export interface SendingOptions {
  readonly records: (ids: readonly string[]) => Promise<readonly VehicleRecord[]>;
  /** Rejects with `SmartcarError` where it cannot be had; nothing has been sent then. */
  readonly platform: (connectionId: string) => Promise<VehiclePlatform>;
  readonly authorization: (connectionId: string) => Authorization;
  readonly disconnect: (vehicleId: string) => Promise<Result<null, DisconnectFailure>>;
  readonly queueState: () => Pick<QueueState, 'budget'>;
  readonly clock: Pick<Clock, 'now' | 'after'>;
  /** Resolves when the local copy remembers where these stand. */
  readonly save: (run: RunInProgress, vehicleIds: readonly string[]) => Promise<void>;
  readonly onAccepted: (record: VehicleRecord) => void;
}

/** Answers why the command was not taken; `null` where it was. */
type Request = () => Promise<CommandProblem | null>;

/** Problems of commands that have not reached Smartcar. */
const UNSENT: ReadonlySet<CommandProblem['reason']> = new Set(['not_sent', 'tokens_unavailable']);
const SILENT: ReadonlySet<CommandProblem['reason']> = new Set(['not_sent', 'offline']);

/** Sends what waits in a run, a few at a time and nothing twice. Resolves when all is answered. */
export async function sendWaiting(run: RunInProgress, options: SendingOptions): Promise<void> {
  const { clock, save } = options;
  let silent = 0;

  const at = () => new Date(clock.now()).toISOString();
  const pause = (ms: number) => new Promise<void>((resolve) => void clock.after(ms, resolve));
  const isWaiting = (id: string) => run.item(id)?.step === 'waiting';

  async function untilCallIsNear(id: string): Promise<void> {
    while (isWaiting(id)) {
      const { calls, nextAt } = options.queueState().budget;
      const wait = nextAt === null ? 0 : Date.parse(nextAt) - clock.now();
      if (calls >= 1 || wait <= SOON_MS) return;
      await pause(Math.min(wait - SOON_MS, LONGEST_PAUSE_MS));
    }
  }

  async function fail(id: string, problem: CommandProblem): Promise<void> {
    silent = SILENT.has(problem.reason) ? silent + 1 : 0;
    const failed = { step: 'failed', problem } as const;
    run.change(id, UNSENT.has(problem.reason) ? { ...failed, sentAt: null } : failed);
    const rest = silent >= SILENT_LIMIT ? run.waiting() : [];
    for (const other of rest) run.change(other, { step: 'failed', problem: NOT_SENT });
    await save(run, [id, ...rest]);
  }

  async function accept(record: VehicleRecord): Promise<void> {
    silent = 0;
    // First, so that a run whose last vehicle is still to show it is never over for a moment.
    options.onAccepted(record);
    run.change(record.id, { step: 'accepted', acceptedAt: at() });
    await save(run, [record.id]);
  }

  async function requestFor({ id, connectionId }: VehicleRecord): Promise<Request> {
    const { command } = run;
    if (command.kind === 'disconnect') {
      return async () => {
        const answer = await options.disconnect(id);
        return answer.ok ? null : problemOfDisconnect(answer.failure);
      };
    }
    const platform = await options.platform(connectionId);
    const authorization = options.authorization(connectionId);
    return async () => {
      await platform.command(authorization, id, command);
      return null;
    };
  }

  async function send(record: VehicleRecord, request: Request): Promise<void> {
    const { id } = record;
    run.change(id, { step: 'sent', sentAt: at() });
    // Before it leaves: should this process end now, it is known that it may have been carried out.
    await save(run, [id]);
    try {
      const problem = await request();
      await (problem ? fail(id, problem) : accept(record));
    } catch (error) {
      if (!isKeptBack(error)) return fail(id, problemOfCommand(error, clock.now()));
      run.putBack(id);
      await save(run, [id]);
      await pause(LONGEST_PAUSE_MS);
    }
  }

  async function tell(id: string): Promise<void> {
    await untilCallIsNear(id);
    const [record] = await options.records([id]);
    if (!isWaiting(id)) return;
    if (!record) return run.change(id, { step: 'skipped' });
    let request: Request;
    try {
      request = await requestFor(record);
    } catch (error) {
      if (error instanceof SmartcarError) return fail(id, NOT_SENT);
      throw error;
    }
    // It may have been called off meanwhile.
    if (isWaiting(id)) await send(record, request);
  }

  await runLimited(CONCURRENCY, run.waiting(), async (id) => {
    while (isWaiting(id)) await tell(id);
  });
}
