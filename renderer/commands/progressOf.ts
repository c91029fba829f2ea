import type { CommandItem, CommandRun, CommandStep } from '../../contract/commands.ts';

/** How many vehicles of a run stand where. */
export interface RunProgress {
  readonly total: number;
  readonly waiting: number;
  /** Sent, with no answer yet. */
  readonly sent: number;
  /** Taken by Smartcar, whatever the car has shown since. */
  readonly accepted: number;
  readonly confirmed: number;
  readonly unconfirmed: number;
  readonly failed: number;
  /** Of these, those that another try may serve: what a car cannot do it will not be able to next time. */
  readonly retryable: number;
  /** Never sent: called off, or left out. */
  readonly left: number;
}

const ACCEPTED: ReadonlySet<CommandStep> = new Set(['accepted', 'confirmed', 'unconfirmed']);

export function progressOf({ items }: Pick<CommandRun, 'items'>): RunProgress {
  const count = (is: (item: CommandItem) => boolean) => items.filter(is).length;
  const at = (step: CommandStep) => count((item) => item.step === step);
  return {
    total: items.length,
    waiting: at('waiting'),
    sent: at('sent'),
    accepted: count(({ step }) => ACCEPTED.has(step)),
    confirmed: at('confirmed'),
    unconfirmed: at('unconfirmed'),
    failed: at('failed'),
    retryable: count(({ step, problem }) => step === 'failed' && problem?.reason !== 'car_cannot'),
    left: at('cancelled') + at('skipped'),
  };
}

/** True while something is still to be sent or answered; confirmations may come long after. */
export function isSending({ waiting, sent }: RunProgress): boolean {
  return waiting + sent > 0;
}

/** What a person looks for first: what failed, then what is under way, then the rest. */
const ORDER: Readonly<Record<CommandStep, number>> = {
  failed: 0,
  sent: 1,
  unconfirmed: 2,
  accepted: 3,
  confirmed: 4,
  waiting: 5,
  cancelled: 6,
  skipped: 7,
};

/** The items of a run that is over, failures first; while it goes on they keep their places. */
export function inReadingOrder(
  run: Pick<CommandRun, 'items'>,
  sending: boolean,
): readonly CommandItem[] {
  if (sending) return run.items;
  return [...run.items].sort((one, other) => ORDER[one.step] - ORDER[other.step]);
}
