import { monthOf } from '../../../contract/month.ts';
import { reasonBit, STATE_BIT, type TextFact } from './facts.ts';
import { fold } from './query/fold.ts';
import { numberTest } from './query/numberTest.ts';
import type { Condition, ParsedQuery } from './query/parseQuery.ts';
import { ERROR_REASONS, type NumberTerm, type StateValue, type TextTerm } from './query/terms.ts';
import type { Aspect, VehicleStore } from './vehicleStore.ts';

type Test = (slot: number) => boolean;

/** The facts that a text term looks into. */
const TEXT_OF: Readonly<Record<TextTerm, TextFact>> = {
  make: 'make',
  model: 'model',
  group: 'group',
  driver: 'driver',
  plate: 'plate',
  vin: 'vin',
  tag: 'tags',
  name: 'name',
};

function stateTest(store: VehicleStore, value: StateValue, now: number): Test {
  if (value === 'held') return (slot) => store.numbers.heldUntil.at(slot) > now;
  const bit = value === 'new' ? STATE_BIT.never : STATE_BIT[value];
  return (slot) => (store.numbers.states.at(slot) & bit) !== 0;
}

function textTest(store: VehicleStore, term: TextTerm, text: string): Test {
  const column = store.texts[TEXT_OF[term]];
  // Each different text is looked at once, however many vehicles have it.
  const fits = column.texts.map((one) => fold(one).includes(text));
  fits[0] = false;
  return (slot) => fits[column.codeAt(slot)] ?? false;
}

/** What a number term compares, as a vehicle has it. */
function amountsOf(store: VehicleStore, term: NumberTerm, now: number): (slot: number) => number {
  if (term === 'age') return (slot) => now - store.numbers.newest.at(slot);
  if (term === 'calls') return (slot) => callsAt(store, slot, now);
  return store.numbers[term].at;
}

/** Calls in the month of `now`; those of another month are past. */
export function callsAt(store: VehicleStore, slot: number, now: number): number {
  const isCurrent = store.texts.month.at(slot) === monthOf(now);
  return isCurrent ? store.numbers.calls.at(slot) : 0;
}

function conditionTest(store: VehicleStore, condition: Condition, now: number): Test {
  switch (condition.kind) {
    case 'text':
      return textTest(store, condition.term, condition.text);
    case 'is':
      return stateTest(store, condition.value, now);
    case 'alert':
      return (slot) => store.isAlerted(condition.value, slot);
    case 'number': {
      const amountAt = amountsOf(store, condition.term, now);
      const test = numberTest(condition);
      return (slot) => test(amountAt(slot));
    }
    case 'error': {
      const { value } = condition;
      const reasons = ERROR_REASONS[value].reduce((bits, reason) => bits | reasonBit(reason), 0);
      const states = value === 'auth' || value === 'any' ? STATE_BIT.reconnect : 0;
      return (slot) =>
        (store.numbers.reasons.at(slot) & reasons) !== 0 ||
        (store.numbers.states.at(slot) & states) !== 0;
    }
  }
}

/** Whether a vehicle fits a search; `null` where all of them do. */
export function matcher(store: VehicleStore, query: ParsedQuery, now: number): Test | null {
  const tests = [
    ...query.conditions.map((condition): Test => {
      const test = conditionTest(store, condition, now);
      return condition.negated ? (slot) => !test(slot) : test;
    }),
    ...query.words.map(
      ({ text, negated }): Test =>
        (slot) =>
          store.haystackAt(slot).includes(text) !== negated,
    ),
  ];
  if (tests.length === 0) return null;
  return (slot) => tests.every((test) => test(slot));
}

/** How many vehicles fit a search, those that a table does not show now among them. */
export function countMatches(store: VehicleStore, query: ParsedQuery, now: number): number {
  const matches = matcher(store, query, now);
  if (!matches) return store.size();
  let count = 0;
  for (let slot = 0; slot < store.slots(); slot += 1) {
    if (store.idAt(slot) !== null && matches(slot)) count += 1;
  }
  return count;
}

function aspectsOfCondition(condition: Condition): readonly Aspect[] {
  switch (condition.kind) {
    case 'text':
      return [TEXT_OF[condition.term]];
    case 'is':
      return condition.value === 'held' ? ['heldUntil'] : ['states'];
    case 'error':
      return ['reasons', 'states'];
    case 'alert':
      return ['alerts'];
    case 'number':
      if (condition.term === 'age') return ['newest'];
      return condition.term === 'calls' ? ['calls', 'month'] : [condition.term];
  }
}

/** What a search depends on. */
export function aspectsOfQuery({ words, conditions }: ParsedQuery): readonly Aspect[] {
  return [
    ...(words.length > 0 ? (['haystack'] as const) : []),
    ...conditions.flatMap(aspectsOfCondition),
  ];
}

/** Whether the same search may find others a minute later, though no vehicle has changed. */
export function dependsOnTime({ conditions }: ParsedQuery): boolean {
  return conditions.some(
    (condition) =>
      (condition.kind === 'number' && (condition.term === 'age' || condition.term === 'calls')) ||
      (condition.kind === 'is' && condition.value === 'held'),
  );
}
