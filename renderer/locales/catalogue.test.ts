import { expect, test } from 'vitest';
import type { DisconnectFailure } from '../../contract/api.ts';
import { type ApplicationFormProblem, MODES } from '../../contract/application.ts';
import type { ConnectOutcome, ConnectPhase, ExchangeProblem } from '../../contract/connect.ts';
import { PERMISSIONS } from '../../contract/permissions.ts';
import { READING_KINDS, type ReadingProblemReason } from '../../contract/readings.ts';
import en from './en.json';

/** All leaves of the catalogue by their full key. */
function leaves(tree: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(tree)) {
    const key = path === '' ? name : `${path}.${name}`;
    if (typeof value === 'string') found.set(key, value);
    else for (const [inner, text] of leaves(value, key)) found.set(inner, text);
  }
  return found;
}

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

const OUTCOMES = all<Exclude<ConnectOutcome['kind'], 'connected' | 'exchange_failed'>>({
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
  expired: true,
  page_failed: true,
});

const EXCHANGE_PROBLEMS = all<ExchangeProblem>({
  unreachable: true,
  timed_out: true,
  unreadable_answer: true,
  invalid_grant: true,
  invalid_client: true,
  unauthorized_client: true,
  secret_unavailable: true,
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
});

const DISCONNECT_FAILURES = all<DisconnectFailure>({
  unknown_vehicle: true,
  offline: true,
  tokens_unavailable: true,
  refused: true,
});

const PHASES = all<ConnectPhase>({
  waiting: true,
  exchanging: true,
  saving: true,
  reading_vehicles: true,
});

const parts = ['title', 'what', 'next'];

const needed = [
  ...REASONS.flatMap((reason) => [`reason.short.${reason}`, `reason.long.${reason}`]),
  ...OUTCOMES.flatMap((kind) => parts.map((part) => `outcome.${kind}.${part}`)),
  ...EXCHANGE_PROBLEMS.flatMap((kind) => parts.map((part) => `exchange.${kind}.${part}`)),
  ...FORM_PROBLEMS.map((problem) => `setup.problem.${problem}`),
  ...DISCONNECT_FAILURES.map((failure) => `disconnect.failure.${failure}`),
  ...PHASES.flatMap((phase) => [`connect.steps.${phase}`, `connect.phase.${phase}`]),
  ...READING_KINDS.map((kind) => `reading.${kind}`),
  ...PERMISSIONS.map((permission) => `permission.${permission}`),
  ...MODES.flatMap((mode) => [`mode.${mode}`, `mode.${mode}Hint`, `setup.modeHint.${mode}`]),
];

test('everything that the contract can say has its words', () => {
  expect(needed.filter((key) => !texts.get(key)?.trim())).toEqual([]);
});

test('no text is left over', () => {
  const sources = Object.values(
    import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.ts'], {
      query: '?raw',
      import: 'default',
      eager: true,
    }),
  ).join('\n');
  // Every quoted text that may be a key; the parts that are put in stand for anything.
  const quoted = /'([a-z]\w*(?:\.\w+)+)'|`([a-z]\w*\.(?:\$\{[^}]*\}|[^`\s$])*)`/gi;
  const patterns = [...sources.matchAll(quoted)].map(([, plain, template]) => {
    const key = (plain ?? template ?? '').replaceAll('.', '\\.');
    return new RegExp(`^${key.replace(/\$\{[^}]*\}/g, '\\w+')}$`);
  });
  const keys = [...texts.keys()].map((key) => key.replace(/_(one|other)$/, ''));
  expect(keys.filter((key) => !patterns.some((pattern) => pattern.test(key)))).toEqual([]);
});

test('texts are calm and free of words of developers', () => {
  const wrong = /!|\b(OK|submit|invalid|null|undefined|token|payload)\b/i;
  expect([...texts].filter(([, text]) => wrong.test(text))).toEqual([]);
});
