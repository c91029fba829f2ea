import type { Budget } from '../../../contract/budget.ts';
import type { AskedBy, RefreshAnswer } from '../../../contract/queue.ts';
import type { LocalCopy, VehicleFacts } from '../localCopy/localCopy.ts';
import { backOff } from './backOff.ts';
import type { BudgetMeter } from './callMeter.ts';
import type { Clock } from './clock.ts';
import { createLimits } from './limits.ts';
import { callsToStart, type Entry, requestsFor } from './queueEntry.ts';
import { createQueueView } from './queueView.ts';
import { createReadQueue } from './readQueue.ts';
import { createRules } from './rules.ts';
import type { Read, ReadVerdict, Scheduler } from './scheduler.ts';
import { surveyQueue } from './survey.ts';
import { createUpkeep } from './upkeep.ts';

/** Faults of servers: spaced out, and given up after some tries until somebody asks again. */
const FAULT = { baseMs: 30_000, capMs: 60 * 60_000 };
const FAULT_TRIES = 5;

/** Without a way to Smartcar one read is tried now and then; it says when the others can go on. */
const OFFLINE = { baseMs: 5_000, capMs: 5 * 60_000 };

/** How often it is looked what has grown stale, and whether a limit has ended. */
const LOOK_EVERY_MS = 60_000;
const LOOK_PAUSE_MS = 100;

/** The screens hear of the queue at most this often. */
const TELL_EVERY_MS = 150;

export interface SchedulerOptions {
  readonly localCopy: Pick<LocalCopy, 'queue' | 'pausedQueue' | 'save'>;
  readonly meter: BudgetMeter;
  readonly clock: Clock;
  /** From 0 up to 1. */
  readonly random: () => number;
  readonly budget: () => Budget;
  /** Whether tokens can be had for the application in use; without, nothing is read. Left out: yes. */
  readonly hasSecret?: () => boolean;
  /** How many vehicles are read at the same time. */
  readonly concurrency: number;
  readonly read: Read;
  readonly onChange: (state: ReturnType<Scheduler['state']>) => void;
}

export function createScheduler(options: SchedulerOptions): Scheduler {
  const { localCopy, meter, clock, budget, concurrency, hasSecret = () => true } = options;
  const facts = new Map<string, VehicleFacts>();
  /** What is being read, with the requests that it makes. */
  const running = new Map<string, number>();
  /** Of these, those whose cars have not answered yet. */
  const asking = new Set<string>();
  /** By the computer's uptime. */
  const triedAt = new Map<string, number>();
  const pausedGroups = new Set<string>();
  let isPaused = false;
  let isClosed = false;
  let isPumping = false;
  let offlineTries = 0;
  let offlineUntil = 0;
  let callOffLook: (() => void) | null = null;
  let callOffTell: (() => void) | null = null;

  /** Requests that reads under way still make at most: nobody else may take those. */
  const spokenFor = () => [...running.values()].reduce((sum, requests) => sum + requests, 0);

  const queue = createReadQueue(localCopy);
  const rules = createRules(budget);
  const limits = createLimits({
    budget,
    rules,
    now: clock.now,
    isPaused: (group) => isPaused || (group !== null && pausedGroups.has(group)),
  });
  const view = createQueueView({
    queue,
    facts,
    running,
    spokenFor,
    limits,
    meter,
    budget,
    concurrency,
    clock,
    paused: () => ({ isPaused, groups: [...pausedGroups], hasSecret: hasSecret() }),
    blockedMs: () => Math.max(0, offlineUntil - clock.uptime()),
  });
  const enqueueDue = createUpkeep({
    queue,
    facts,
    running,
    rules,
    clock,
    triedAt,
    began: view.began,
    finished: view.finished,
  });

  function tell(): void {
    if (isClosed) return;
    callOffTell ??= clock.after(TELL_EVERY_MS, () => {
      callOffTell = null;
      options.onChange(view.state());
    });
  }

  /** Looks what may be read, once for all that happens in one go. */
  function pump(): void {
    if (isPumping) return;
    isPumping = true;
    queueMicrotask(() => {
      isPumping = false;
      startReads();
    });
  }

  /** Starts as many reads as are allowed now, and looks again when more may be. */
  function startReads(): void {
    if (isClosed) return;
    while (hasSecret() && asking.size < concurrency && clock.uptime() >= offlineUntil) {
      // Whoever would be next, there is nothing to spend.
      if (meter.left() - spokenFor() < 1) break;
      // Without a network one read finds out for all.
      if (offlineTries > 0 && running.size > 0) break;
      const { first } = surveyQueue({ queue, facts, running, limits });
      if (!first) break;
      const { entry } = first;
      if (meter.left() - spokenFor() < callsToStart(entry, first.facts, budget())) break;
      void readOne(entry, requestsFor(first.facts));
    }
    tell();
    lookLater();
  }

  function lookLater(): void {
    callOffLook?.();
    callOffLook = clock.after(Math.max(LOOK_PAUSE_MS, view.nextLookMs(LOOK_EVERY_MS)), () => {
      callOffLook = null;
      void enqueueDue().then(pump);
    });
  }

  async function readOne(entry: Entry, requests: number): Promise<void> {
    const { vehicleId } = entry;
    running.set(vehicleId, requests);
    asking.add(vehicleId);
    const started = clock.uptime();
    try {
      const verdict = await options.read(vehicleId, () => {
        asking.delete(vehicleId);
        pump();
      });
      triedAt.set(vehicleId, clock.uptime());
      if (verdict.kind === 'done') view.took(clock.uptime() - started);
      await settle(entry, verdict);
    } catch (error) {
      // The local copy may be closed before the car has answered; the next run asks again.
      if (isClosed) return;
      await settle(entry, { kind: 'fault' });
      throw error;
    } finally {
      running.delete(vehicleId);
      asking.delete(vehicleId);
      pump();
    }
  }

  async function settle(entry: Entry, verdict: ReadVerdict): Promise<void> {
    const { vehicleId } = entry;
    const known = facts.get(vehicleId);
    if (known) limits.note(known, verdict);
    if (verdict.kind === 'offline') {
      offlineTries += 1;
      offlineUntil = clock.uptime() + backOff(offlineTries, OFFLINE, options.random);
      return;
    }
    if (verdict.kind === 'throttled') return;
    offlineTries = 0;
    offlineUntil = 0;
    switch (verdict.kind) {
      case 'done':
      case 'over':
        queue.drop([vehicleId]);
        view.finished(1);
        return;
      case 'hold':
        return queue.change(vehicleId, { attempts: 0 });
      case 'fault': {
        const attempts = entry.attempts + 1;
        if (attempts >= FAULT_TRIES) {
          view.finished(1);
          return queue.remove([vehicleId]);
        }
        const wait = backOff(attempts, FAULT, options.random);
        return queue.change(vehicleId, { attempts, notBefore: clock.now() + wait });
      }
    }
  }

  async function request(vehicleIds: readonly string[], askedBy: AskedBy): Promise<RefreshAnswer> {
    await meter.load();
    const wanted = vehicleIds.filter((id) => facts.has(id) && !facts.get(id)?.paused);
    const fresh = wanted.filter((id) => !queue.entries.has(id));
    await queue.add(wanted, askedBy, clock.now());
    view.began(fresh.length);
    if (askedBy === 'person') offlineUntil = 0;
    const held = wanted.filter((id) => {
      const entry = queue.entries.get(id);
      const known = facts.get(id);
      return entry && known && limits.waitOf(entry, known) !== null;
    });
    pump();
    return { queued: wanted.length, held: held.length, left: vehicleIds.length - wanted.length };
  }

  async function savePauses(): Promise<void> {
    await localCopy.save({ pausedQueue: { paused: isPaused, groups: [...pausedGroups] } });
    pump();
  }

  return {
    async start() {
      await meter.load();
      const paused = await localCopy.pausedQueue();
      isPaused = paused.paused;
      pausedGroups.clear();
      for (const group of paused.groups) pausedGroups.add(group);
      await queue.reload(facts);
      view.began(queue.entries.size);
      await enqueueDue();
      pump();
    },
    state: view.state,
    list: view.list,
    request,
    async cancel(vehicleIds) {
      const ids = (vehicleIds ?? [...queue.entries.keys()]).filter((id) => !running.has(id));
      view.finished(ids.filter((id) => queue.entries.has(id)).length);
      await queue.remove(ids);
      pump();
    },
    pause(paused) {
      isPaused = paused;
      return savePauses();
    },
    pauseGroup(group, paused) {
      if (paused) pausedGroups.add(group);
      else pausedGroups.delete(group);
      return savePauses();
    },
    learn(changed) {
      for (const known of changed) facts.set(known.id, known);
      if (changed.length > 0) pump();
    },
    forget(vehicleIds) {
      for (const id of vehicleIds) facts.delete(id);
      queue.drop(vehicleIds);
      tell();
    },
    replace(known) {
      facts.clear();
      queue.drop([...queue.entries.keys()]);
      limits.clear();
      view.reset();
      for (const each of known) facts.set(each.id, each);
      tell();
    },
    rebudget: () => void enqueueDue().then(pump),
    wake() {
      offlineUntil = 0;
      void enqueueDue().then(pump);
    },
    close() {
      isClosed = true;
      callOffLook?.();
      callOffTell?.();
    },
  };
}
