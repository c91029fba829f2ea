import type { ConnectOutcome, ExchangeProblem } from '../../contract/connect.ts';
import type { Vehicle } from '../../contract/vehicles.ts';

/** What a button of the outcome does. */
export type OutcomeAction =
  | 'connect_again'
  | 'ask_again'
  | 'connect_other'
  | 'retry_exchange'
  | 'open_setup'
  | 'open_dashboard'
  | 'show_vehicle'
  | 'show_list'
  | 'read_vehicles';

export type OutcomeTone = 'fine' | 'attention' | 'fault';

/** A detail that Smartcar gave, to be shown and copied as it is. */
export interface Fact {
  readonly name: 'vin' | 'car' | 'statusCode' | 'message' | 'error' | 'reason';
  readonly text: string;
}

/** How an outcome is shown; its words are in the catalogue under its kind. */
export interface OutcomeView {
  readonly tone: OutcomeTone;
  /** The one best thing to do, and at most one other. */
  readonly action: OutcomeAction;
  readonly otherAction: OutcomeAction | null;
  readonly facts: readonly Fact[];
}

function view(
  tone: OutcomeTone,
  action: OutcomeAction,
  more: Partial<OutcomeView> = {},
): OutcomeView {
  return { tone, action, otherAction: null, facts: [], ...more };
}

function facts(...all: readonly (readonly [Fact['name'], string | null])[]): readonly Fact[] {
  return all.flatMap(([name, text]) => (text ? [{ name, text }] : []));
}

/** A kind that was added to the contract but not here stops the compiler. */
function impossible(missed: never): never {
  throw new Error(`No view for ${JSON.stringify(missed)}`);
}

/** The best thing to do about a failed exchange when its code can no longer be tried again. */
function exchangeAction(problem: ExchangeProblem): OutcomeAction {
  switch (problem) {
    case 'invalid_client':
    case 'secret_unavailable':
      return 'open_setup';
    case 'unauthorized_client':
      return 'open_dashboard';
    case 'unreachable':
    case 'timed_out':
    case 'unreadable_answer':
    case 'invalid_grant':
    case 'refused':
      return 'connect_again';
    default:
      return impossible(problem);
  }
}

function exchangeView(problem: ExchangeProblem, canRetry: boolean): OutcomeView {
  const action = exchangeAction(problem);
  if (action === 'connect_again') return view('fault', canRetry ? 'retry_exchange' : action);
  return view('fault', action, { otherAction: canRetry ? 'retry_exchange' : 'connect_again' });
}

type Connected = Extract<ConnectOutcome, { kind: 'connected' }>;

function connectedAction({ vehiclesRead, vehicleIds }: Connected): OutcomeAction {
  if (!vehiclesRead) return 'read_vehicles';
  return vehicleIds.length > 0 ? 'show_vehicle' : 'show_list';
}

/**
 * A connection whose vehicles could not be listed at first, as it stands now: a later refresh may
 * have brought them.
 */
export function withVehicles(
  outcome: ConnectOutcome,
  vehicles: readonly Pick<Vehicle, 'id' | 'connectionId'>[],
): ConnectOutcome {
  if (outcome.kind !== 'connected' || outcome.vehiclesRead) return outcome;
  const vehicleIds = vehicles
    .filter(({ connectionId }) => connectionId === outcome.connectionId)
    .map(({ id }) => id);
  return vehicleIds.length > 0 ? { ...outcome, vehiclesRead: true, vehicleIds } : outcome;
}

/**
 * What each outcome looks like and offers. `now` (milliseconds since the epoch) decides whether a
 * failed exchange can still be tried again.
 */
export function outcomeView(outcome: ConnectOutcome, now: number): OutcomeView {
  switch (outcome.kind) {
    case 'connected':
      return view(
        outcome.keptInMemory || !outcome.vehiclesRead ? 'attention' : 'fine',
        connectedAction(outcome),
        { otherAction: 'connect_other' },
      );
    case 'access_denied':
      return view('attention', 'ask_again');
    case 'vehicle_incompatible': {
      const { vin, make, model, year } = outcome.vehicle;
      const car = [make, model, year].filter(Boolean).join(' ');
      return view('attention', 'connect_other', { facts: facts(['car', car], ['vin', vin]) });
    }
    case 'configuration_error':
      return view('fault', 'connect_again', {
        otherAction: 'open_setup',
        facts: facts(['statusCode', outcome.statusCode], ['message', outcome.message]),
      });
    case 'other_error':
      return view('fault', 'connect_again', { facts: facts(['error', outcome.error]) });
    case 'page_failed':
      return view('fault', 'connect_again', { facts: facts(['reason', outcome.reason]) });
    case 'server_error':
    case 'state_mismatch':
    case 'unusable_answer':
      return view('fault', 'connect_again');
    case 'invalid_subscription':
    case 'no_vehicles':
    case 'user_manually_returned_to_application':
    case 'user_cancelled':
    case 'closed':
    case 'cancelled':
    case 'expired':
      return view('attention', 'connect_again');
    case 'exchange_failed':
      return exchangeView(
        outcome.problem,
        outcome.retryUntil !== null && Date.parse(outcome.retryUntil) > now,
      );
    default:
      return impossible(outcome);
  }
}
