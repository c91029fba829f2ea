import type {
  Command,
  CommandItem,
  CommandRecord,
  CommandRun,
  CommandStep,
  DryRunItem,
} from '../../../contract/commands.ts';
import { NO_ANSWER } from './problems.ts';

/** What does not change while a run goes on. */
export type RunHead = Pick<CommandRun, 'id' | 'command' | 'by' | 'startedAt'>;

/** One command for one or many vehicles, while it is being carried out. */
export interface RunInProgress {
  readonly command: Command;
  item(vehicleId: string): CommandItem | undefined;
  /** Ids of vehicles with items at a step. */
  waiting(): readonly string[];
  failed(): readonly string[];
  change(vehicleId: string, change: Partial<CommandItem>): void;
  /** It was not sent after all, and waits once more. */
  putBack(vehicleId: string): void;
  /** Nothing that waits is sent any more. */
  callOff(): void;
  /** Ends what is still open, where whoever carried it out has failed. */
  abandon(): void;
  /** Something is still to be sent or answered. */
  isSending(): boolean;
  /** The car's own values are waited for, until `settled` is called for the vehicle. */
  awaits(vehicleId: string): void;
  settled(vehicleId: string): void;
  /** As the screens see it. */
  snapshot(): CommandRun;
  /** As the local copy remembers it. */
  record(vehicleId: string): CommandRecord | null;
}

const UNSENT = { sentAt: null, acceptedAt: null, confirmedAt: null, problem: null } as const;

/**
 * What holds of an item should this process end now: what waits is never sent, and of what is on its
 * way no answer will be heard. So nothing has to be set right at the next start.
 */
function lasting(item: CommandItem): CommandItem {
  switch (item.step) {
    case 'waiting':
      return { ...item, step: 'cancelled' };
    case 'sent':
      return { ...item, step: 'failed', problem: NO_ANSWER };
    default:
      return item;
  }
}

/** Begins a run; `onChange` is called after every change of it. */
export function beginRun(
  head: RunHead,
  plan: readonly DryRunItem[],
  onChange: () => void,
): RunInProgress {
  const items = new Map(
    plan.map(({ vehicleId, obstacle }): [string, CommandItem] => [
      vehicleId,
      { vehicleId, step: obstacle === null ? 'waiting' : 'skipped', ...UNSENT },
    ]),
  );
  const awaited = new Set<string>();
  let isCalledOff = false;

  const at = (step: CommandStep) =>
    [...items.values()].flatMap((item) => (item.step === step ? [item.vehicleId] : []));
  const isSending = () => at('waiting').length > 0 || at('sent').length > 0;

  function change(vehicleId: string, changed: Partial<CommandItem>): void {
    const item = items.get(vehicleId);
    if (!item) return;
    items.set(vehicleId, { ...item, ...changed });
    onChange();
  }

  function callOff(): void {
    isCalledOff = true;
    for (const id of at('waiting')) change(id, { step: 'cancelled' });
  }

  return {
    command: head.command,
    item: (vehicleId) => items.get(vehicleId),
    waiting: () => at('waiting'),
    failed: () => at('failed'),
    change,
    putBack: (vehicleId) =>
      change(vehicleId, { step: isCalledOff ? 'cancelled' : 'waiting', sentAt: null }),
    callOff,
    abandon() {
      callOff();
      for (const id of at('sent')) change(id, { step: 'failed', problem: NO_ANSWER });
    },
    isSending,
    awaits: (vehicleId) => void awaited.add(vehicleId),
    settled(vehicleId) {
      awaited.delete(vehicleId);
      onChange();
    },
    snapshot: () => ({
      ...head,
      items: [...items.values()],
      isOver: !isSending() && awaited.size === 0,
    }),
    record(vehicleId) {
      const item = items.get(vehicleId);
      if (!item) return null;
      const { id: runId, command, by, startedAt } = head;
      return { ...lasting(item), runId, command, by, startedAt };
    },
  };
}
