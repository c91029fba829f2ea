import type { Command, CommandFailure, CommandRun, DryRun } from '../../../contract/commands.ts';
import type { Result } from '../../../contract/result.ts';
import type { Reach } from '../../../contract/vehicles.ts';
import type { LocalCopy } from '../localCopy/localCopy.ts';
import { beginRun, type RunInProgress } from './commandRun.ts';
import { type ConfirmationsOptions, createConfirmations } from './confirmations.ts';
import { canBeConfirmed, dryRun } from './dryRun.ts';
import { createExperience } from './experience.ts';
import { type SendingOptions, sendWaiting } from './sending.ts';
import { wantedBy } from './wanted.ts';

export interface CommandsOptions
  extends ConfirmationsOptions,
    Omit<SendingOptions, 'save' | 'onAccepted'> {
  readonly localCopy: Pick<LocalCopy, 'save'>;
  readonly reach: () => Reach;
  readonly newId: () => string;
  /** The name under which the person is signed in to this computer. */
  readonly userName: string;
  /** The run that is shown has changed; `null` where it was put away. */
  readonly onChange: (run: CommandRun | null) => void;
}

/** Tells vehicles what to do, one command at a time for many of them. */
export interface Commands {
  /** The run that is under way or whose result has not been put away. */
  current(): CommandRun | null;
  /** Who can take the command, who cannot and why. */
  dryRun(command: Command, vehicleIds: readonly string[]): Promise<DryRun>;
  /**
   * Begins to send the command to those of the vehicles that can take it. Nothing is ever sent again by
   * itself; how it goes is told by `onChange`.
   */
  run(command: Command, vehicleIds: readonly string[]): Promise<Result<null, CommandFailure>>;
  /** Begins a run for the vehicles where the last one failed, and for no others. */
  retryFailed(): Promise<Result<null, CommandFailure>>;
  /** True while commands are on their way to cars, or still to be sent. */
  isSending(): boolean;
  /** What is not on its way yet is not sent. */
  cancelRest(): void;
  /** Puts the result of a run away. One that is still being sent stays. */
  dismiss(): void;
  /** Nothing is waited for any more; what the local copy remembers of open commands holds. */
  close(): void;
}

/** Quick enough to look immediate, and seldom enough for a run of thousands. */
const TELL_EVERY_MS = 100;

export function createCommands(options: CommandsOptions): Commands {
  const { records, localCopy, clock } = options;
  const confirmations = createConfirmations(options);
  const experience = createExperience();
  let shown: RunInProgress | null = null;
  let isStarting = false;
  let isClosed = false;
  let callOff: (() => void) | null = null;

  const current = () => shown?.snapshot() ?? null;

  function tellNow(): void {
    callOff?.();
    callOff = null;
    options.onChange(current());
  }

  function tellSoon(run: RunInProgress): void {
    if (run !== shown) return;
    // A run that is over has nothing more to say for which waiting would pay.
    if (run.snapshot().isOver) tellNow();
    else callOff ??= clock.after(TELL_EVERY_MS, tellNow);
  }

  async function save(run: RunInProgress, vehicleIds: readonly string[]): Promise<void> {
    // A vehicle that was disconnected took its history along.
    const known = await records(vehicleIds);
    const commands = known.flatMap(({ id }) => run.record(id) ?? []);
    for (const id of vehicleIds) {
      const item = run.item(id);
      if (item) experience.note(run.command, item);
    }
    if (commands.length > 0) await localCopy.save({ commands });
  }

  async function confirm(run: RunInProgress, id: string): Promise<void> {
    const wanted = wantedBy(run.command);
    const sentAt = run.item(id)?.sentAt;
    if (!wanted || !sentAt) return;
    run.awaits(id);
    try {
      const confirmedAt = await confirmations.of(id, wanted, sentAt);
      run.change(
        id,
        confirmedAt === null ? { step: 'unconfirmed' } : { step: 'confirmed', confirmedAt },
      );
      await save(run, [id]);
    } finally {
      run.settled(id);
    }
  }

  /** Lets work go on by itself. Once the local copy is closed, it can only fail. */
  async function goOn(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      if (!isClosed) throw error;
    }
  }

  async function send(run: RunInProgress): Promise<void> {
    try {
      await sendWaiting(run, {
        ...options,
        save,
        onAccepted(record) {
          if (canBeConfirmed(record, run.command)) void goOn(confirm(run, record.id));
        },
      });
    } finally {
      run.abandon();
    }
  }

  async function plan(command: Command, vehicleIds: readonly string[]): Promise<DryRun> {
    const known = await records(vehicleIds);
    const now = clock.now();
    return dryRun({
      command,
      vehicleIds,
      records: known,
      budget: options.queueState().budget,
      reach: options.reach(),
      now,
      learned: (id) =>
        isOnItsWay(id) ? { obstacle: 'busy', until: null } : experience.obstacle(command, id, now),
    });
  }

  function isOnItsWay(vehicleId: string): boolean {
    const step = shown?.item(vehicleId)?.step;
    return step === 'waiting' || step === 'sent';
  }

  async function start(
    command: Command,
    vehicleIds: readonly string[],
  ): Promise<Result<null, CommandFailure>> {
    const { items, offline } = await plan(command, vehicleIds);
    if (offline) return { ok: false, failure: 'offline' };
    if (items.every(({ obstacle }) => obstacle !== null)) {
      return { ok: false, failure: 'nobody_can' };
    }
    const startedAt = new Date(clock.now()).toISOString();
    const head = { id: options.newId(), command, by: options.userName, startedAt };
    const run = beginRun(head, items, () => tellSoon(run));
    shown = run;
    tellNow();
    void goOn(send(run));
    return { ok: true, value: null };
  }

  async function run(
    command: Command,
    vehicleIds: readonly string[],
  ): Promise<Result<null, CommandFailure>> {
    if (isStarting || shown?.isSending()) return { ok: false, failure: 'already_running' };
    isStarting = true;
    try {
      return await start(command, vehicleIds);
    } finally {
      isStarting = false;
    }
  }

  return {
    current,
    dryRun: plan,
    run,
    isSending: () => isStarting || shown?.isSending() === true,
    retryFailed: async () =>
      shown ? run(shown.command, shown.failed()) : { ok: false, failure: 'nobody_can' },
    cancelRest: () => shown?.callOff(),
    dismiss() {
      if (!shown || shown.isSending()) return;
      shown = null;
      tellNow();
    },
    close() {
      isClosed = true;
      callOff?.();
    },
  };
}
