import type { Application } from '../../contract/application.ts';
import type { ConnectOutcome, ToldVehicle } from '../../contract/connect.ts';
import { exchangeActions } from './exchangeActions.ts';
import { mayStillBeGranted } from './grants.ts';
import { impossible } from './impossible.ts';
import type { OutcomeAction, OutcomeActions } from './outcomeAction.ts';
import { type Finished, waysToStartAgain } from './startAgain.ts';
import { toldName } from './toldName.ts';

export type OutcomeTone = 'fine' | 'attention' | 'fault';

/** A detail that Smartcar or the system gave, to be shown and copied as it is. */
export interface Fact {
  readonly name: 'vin' | 'car' | 'statusCode' | 'message' | 'error' | 'reason' | 'ports';
  readonly text: string;
}

/** How an outcome is shown; its words are in the catalogue under its kind. */
export interface OutcomeView {
  readonly tone: OutcomeTone;
  /** The best thing to do, then at most two others. Closing is always offered. */
  readonly actions: OutcomeActions;
  readonly facts: readonly Fact[];
}

function view(
  tone: OutcomeTone,
  [first, ...others]: readonly [OutcomeAction, ...(OutcomeAction | null)[]],
  facts: readonly Fact[] = [],
): OutcomeView {
  return { tone, actions: [first, ...others.filter((one) => one !== null)], facts };
}

function facts(...all: readonly (readonly [Fact['name'], string | null])[]): readonly Fact[] {
  return all.flatMap(([name, text]) => (text ? [{ name, text }] : []));
}

function vehicleFacts(vehicle: ToldVehicle): readonly Fact[] {
  return facts(['car', toldName(vehicle)], ['vin', vehicle.vin]);
}

type Success = Extract<ConnectOutcome, { kind: 'connected' | 'partial_grant' }>;

function successAction({ vehiclesRead, vehicleIds }: Success): OutcomeAction {
  if (!vehiclesRead) return { name: 'read_vehicles' };
  return { name: vehicleIds.length > 0 ? 'show_vehicle' : 'show_list' };
}

/**
 * A connection whose vehicles could not be listed at first, with those that it opens now: a later
 * refresh may have brought them.
 */
export function withVehicles(
  outcome: ConnectOutcome,
  vehicleIds: readonly string[],
): ConnectOutcome {
  if (outcome.kind !== 'connected' || outcome.vehiclesRead) return outcome;
  return vehicleIds.length > 0 ? { ...outcome, vehiclesRead: true, vehicleIds } : outcome;
}

/**
 * What each outcome looks like and offers. `now` (milliseconds since the epoch) decides whether a
 * failed exchange can still be tried again.
 */
export function outcomeView(
  finished: Pick<Finished, 'outcome' | 'purpose' | 'transport'>,
  application: Application | null,
  now: number,
): OutcomeView {
  const { outcome } = finished;
  const ways = waysToStartAgain(finished, application);
  const connectOther: OutcomeAction = { name: 'connect_other' };
  switch (outcome.kind) {
    case 'connected':
      return view(outcome.keptInMemory || !outcome.vehiclesRead ? 'attention' : 'fine', [
        successAction(outcome),
        connectOther,
      ]);
    case 'partial_grant': {
      const show = successAction(outcome);
      const canAsk = mayStillBeGranted(outcome.grants);
      // What a car does not have is nothing to attend to.
      const tone = canAsk || outcome.keptInMemory ? 'attention' : 'fine';
      return view(tone, canAsk ? [ways.askAgain, show] : [show, connectOther]);
    }
    case 'reauthenticated':
      return view('fine', [{ name: 'show_vehicle' }]);
    case 'wrong_vehicle':
      return view('attention', [ways.again, { name: 'keep_vehicle' }]);
    case 'access_denied':
      return view('attention', [ways.askAgain, { name: 'copy_message', message: outcome.kind }]);
    case 'vehicle_incompatible': {
      const relaxed = ways.makeOptional(outcome.failing);
      return view(
        'attention',
        relaxed ? [relaxed, connectOther] : [connectOther],
        vehicleFacts(outcome.vehicle),
      );
    }
    case 'invalid_subscription':
    case 'no_vehicles':
      return view('attention', [{ name: 'copy_message', message: outcome.kind }, ways.again]);
    case 'configuration_error':
      return view(
        'fault',
        [ways.tryAgain, { name: 'open_settings' }],
        facts(['statusCode', outcome.statusCode], ['message', outcome.message]),
      );
    case 'server_error':
      return view('fault', [ways.tryAgain, { name: 'open_status_page' }]);
    case 'user_manually_returned_to_application':
      return view('attention', [ways.resume]);
    case 'other_error':
      return view('fault', [ways.again], facts(['error', outcome.error]));
    case 'page_failed':
      return view('fault', [ways.tryAgain, ways.useBrowser], facts(['reason', outcome.reason]));
    case 'state_mismatch':
    case 'unusable_answer':
      return view('fault', [ways.again]);
    case 'user_cancelled':
    case 'closed':
    case 'cancelled':
    case 'timed_out':
    case 'expired':
      return view('attention', [ways.again]);
    case 'transport_failed':
      return view(
        'fault',
        ways.afterTransport(outcome.problem),
        facts(['ports', outcome.ports.join(', ')]),
      );
    case 'exchange_failed': {
      const canRetry = outcome.retryUntil !== null && Date.parse(outcome.retryUntil) > now;
      return view(
        'fault',
        exchangeActions(outcome.problem, ways.again, canRetry, application),
        facts(['error', outcome.oauthError]),
      );
    }
    default:
      return impossible(outcome);
  }
}
