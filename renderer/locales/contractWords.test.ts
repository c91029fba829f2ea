import { expect, test } from 'vitest';
import { ALERT_KINDS, TIRES } from '../../contract/alerts.ts';
import { type ApplicationFormProblem, MODES } from '../../contract/application.ts';
import type {
  CommandFailure,
  CommandKind,
  CommandObstacle,
  CommandRemark,
} from '../../contract/commands.ts';
import type {
  ConnectOutcome,
  ConnectPhase,
  ExchangeProblem,
  GrantState,
} from '../../contract/connect.ts';
import type { ConnectOptionsProblem } from '../../contract/connectOptions.ts';
import type {
  EligibilityProblem,
  EligibilityReason,
  EligibilityReport,
} from '../../contract/eligibility.ts';
import { PERMISSIONS, type PermissionGroup } from '../../contract/permissions.ts';
import { READING_KINDS, type ReadingProblemReason } from '../../contract/readings.ts';
import type { BackendFailure, DisconnectFailure } from '../../contract/responses.ts';
import { TRANSPORTS, type TransportProblem } from '../../contract/transport.ts';
import type { AccessEnded } from '../../contract/vehicles.ts';
import en from './en.json';
import { leaves } from './leaves.ts';

const texts = leaves(en);

/** The compiler refuses a list that misses a member of its union. */
function all<T extends string>(members: Record<T, true>): readonly T[] {
  return Object.keys(members) as T[];
}

const REASONS = all<ReadingProblemReason>({
  not_granted: true,
  car_cannot: true,
  not_in_plan: true,
  later: true,
  car_state: true,
  account: true,
  reconnect: true,
  offline: true,
  failed: true,
});

/** Those whose words are put together from more than a title and two sentences. */
type OtherwiseWorded = 'connected' | 'partial_grant' | 'reauthenticated' | 'transport_failed';

const OUTCOMES = all<Exclude<ConnectOutcome['kind'], OtherwiseWorded | 'exchange_failed'>>({
  wrong_vehicle: true,
  access_denied: true,
  vehicle_incompatible: true,
  invalid_subscription: true,
  no_vehicles: true,
  configuration_error: true,
  server_error: true,
  user_manually_returned_to_application: true,
  user_cancelled: true,
  other_error: true,
  state_mismatch: true,
  unusable_answer: true,
  closed: true,
  cancelled: true,
  timed_out: true,
  expired: true,
  page_failed: true,
});

const TRANSPORT_PROBLEMS = all<TransportProblem>({
  no_redirect_uri: true,
  ports_taken: true,
  browser_not_opened: true,
  scheme_not_registered: true,
});

const GRANT_STATES = all<GrantState>({
  granted: true,
  declined: true,
  not_capable: true,
  not_granted: true,
});

const PERMISSION_GROUPS = all<PermissionGroup>({ data: true, command: true });

const BACKEND_FAILURES = all<BackendFailure>({
  unreachable: true,
  timed_out: true,
  not_a_backend: true,
  staff_token_refused: true,
  rate_limited: true,
  failed: true,
});

const ENDS = all<AccessEnded['reason']>({ idle: true, login: true, revoked: true });

const EXCHANGE_PROBLEMS = all<ExchangeProblem>({
  unreachable: true,
  timed_out: true,
  unreadable_answer: true,
  invalid_grant: true,
  invalid_client: true,
  unauthorized_client: true,
  secret_unavailable: true,
  staff_token_refused: true,
  rate_limited: true,
  backend_cannot_reach_smartcar: true,
  refused: true,
});

const FORM_PROBLEMS = all<ApplicationFormProblem>({
  client_id_missing: true,
  client_id_is_api_credential: true,
  client_id_not_uuid: true,
  client_secret_missing: true,
  client_secret_has_spaces: true,
  client_secret_is_client_id: true,
  redirect_uri_missing: true,
  redirect_uri_not_uri: true,
  redirect_uri_http_not_localhost: true,
  redirect_uri_other_client_id: true,
  redirect_uri_unsupported_scheme: true,
  redirect_uri_has_fragment: true,
  redirect_uri_twice: true,
  backend_address_missing: true,
  backend_address_not_origin: true,
  backend_address_not_https: true,
  staff_token_missing: true,
  staff_token_characters: true,
});

const DISCONNECT_FAILURES = all<DisconnectFailure>({
  unknown_vehicle: true,
  offline: true,
  tokens_unavailable: true,
  refused: true,
});

const PHASES = all<Exclude<ConnectPhase, 'waiting'>>({
  exchanging: true,
  checking_vehicle: true,
  saving: true,
  reading_vehicles: true,
});

const OPTIONS_PROBLEMS = all<ConnectOptionsProblem>({
  vin_length: true,
  vin_characters: true,
  vin_check_digit: true,
  vin_simulated_in_live: true,
  make_missing: true,
  make_characters: true,
  make_phone_only: true,
  permissions_missing: true,
  permission_twice: true,
  country_unknown: true,
  external_id_reserved: true,
  external_id_and_clear: true,
});

const LIKELIHOODS = all<EligibilityReport['likelihood']>({
  likely: true,
  unlikely: true,
  unknown: true,
});

const ELIGIBILITY_REASONS = all<EligibilityReason>({
  checked: true,
  brand_in_matrix: true,
  vehicle_not_compatible: true,
  make_not_compatible: true,
  not_in_matrix: true,
  phone_only: true,
  vin_invalid: true,
  brand_unknown: true,
  country_not_served: true,
  not_checked: true,
});

const ELIGIBILITY_PROBLEMS = all<EligibilityProblem>({
  offline: true,
  not_in_plan: true,
  credentials_refused: true,
  secret_unavailable: true,
  too_often: true,
  budget_used: true,
  failed: true,
});

const COMMANDS = all<CommandKind>({
  lock: true,
  unlock: true,
  start_charging: true,
  stop_charging: true,
  set_charge_limit: true,
  disconnect: true,
});

const OBSTACLES = all<CommandObstacle>({
  not_granted: true,
  car_cannot: true,
  reconnect: true,
  tokens_unavailable: true,
  hold: true,
  plan: true,
  busy: true,
  unknown_vehicle: true,
});

const REMARKS = all<Exclude<CommandRemark, 'already_so'>>({
  not_plugged_in: true,
  something_open: true,
  permissions_unknown: true,
});

const COMMAND_FAILURES = all<CommandFailure>({
  offline: true,
  nobody_can: true,
  already_running: true,
  no_application: true,
});

const parts = ['title', 'what', 'next'];

const needed = [
  ...REASONS.flatMap((reason) => [`reason.short.${reason}`, `reason.long.${reason}`]),
  ...OUTCOMES.flatMap((kind) => parts.map((part) => `outcome.${kind}.${part}`)),
  ...EXCHANGE_PROBLEMS.flatMap((kind) => parts.map((part) => `exchange.${kind}.${part}`)),
  ...TRANSPORT_PROBLEMS.flatMap((problem) =>
    parts.map((part) => `transport.failed.${problem}.${part}`),
  ),
  ...TRANSPORTS.flatMap((way) =>
    ['name', 'text', 'missing', 'chosen'].map((part) => `transport.${part}.${way}`),
  ),
  ...GRANT_STATES.map((state) => `grant.state.${state}`),
  ...GRANT_STATES.filter((state) => state !== 'granted').flatMap((state) =>
    PERMISSION_GROUPS.map((group) => `grant.consequence.${state}.${group}`),
  ),
  ...BACKEND_FAILURES.map((failure) => `setup.backendFailure.${failure}`),
  ...ENDS.map((reason) => `detail.ended.${reason}`),
  ...['window', 'browser'].flatMap((place) => [
    `connect.steps.waiting.${place}`,
    `connect.phase.waiting.${place}`,
  ]),
  ...FORM_PROBLEMS.map((problem) => `setup.problem.${problem}`),
  ...DISCONNECT_FAILURES.map((failure) => `disconnect.failure.${failure}`),
  ...COMMANDS.flatMap((kind) => [
    `command.act.${kind}_one`,
    `command.act.${kind}_other`,
    `command.actOn.${kind}`,
    `command.remark.alreadySo.${kind}`,
  ]),
  ...OBSTACLES.map((obstacle) => `command.obstacle.${obstacle}`),
  ...REMARKS.map((remark) => `command.remark.text.${remark}`),
  ...COMMAND_FAILURES.map((failure) => `command.failure.${failure}`),
  ...REASONS.map((reason) => `command.problem.${reason}`),
  ...PHASES.flatMap((phase) => [`connect.steps.${phase}`, `connect.phase.${phase}`]),
  ...READING_KINDS.map((kind) => `reading.${kind}`),
  ...PERMISSIONS.flatMap((permission) => [
    `permission.${permission}`,
    `permission.meaning.${permission}`,
  ]),
  ...OPTIONS_PROBLEMS.map((problem) => `connectOptions.problem.${problem}`),
  ...LIKELIHOODS.flatMap((one) => [`eligibility.likelihood.${one}`, `eligibility.verdict.${one}`]),
  ...ELIGIBILITY_REASONS.map((reason) => `eligibility.reason.${reason}`),
  ...ELIGIBILITY_PROBLEMS.map((problem) => `eligibility.problem.${problem}`),
  ...ALERT_KINDS.flatMap((kind) => [`alerts.kind.${kind}`, `alerts.settings.about.${kind}`]),
  ...ALERT_KINDS.filter((kind) => kind !== 'accessEnded').flatMap((kind) => [
    `alerts.found.${kind}`,
    ...['threshold', 'thresholdText', 'margin', 'marginText'].map(
      (part) => `alerts.settings.${part}.${kind}`,
    ),
  ]),
  ...TIRES.map((tire) => `alerts.tire.${tire}`),
  ...MODES.flatMap((mode) => [`mode.${mode}`, `mode.${mode}Hint`, `setup.modeHint.${mode}`]),
];

test('everything that the contract can say has its words', () => {
  expect(needed.filter((key) => !texts.get(key)?.trim())).toEqual([]);
});
