import type { TFunction } from 'i18next';
import type { ExchangeKind } from '../../contract/application.ts';
import type { ConnectOutcome, ConnectPurpose, ExchangeProblem } from '../../contract/connect.ts';
import type { Transport } from '../../contract/transport.ts';
import { listText } from '../format/list.ts';
import { spanText } from '../format/time.ts';
import { countGranted, groupGrants, mayStillBeGranted, missingPermissions } from './grants.ts';
import { requiredPermissions } from './restart.ts';

export interface OutcomeWords {
  readonly title: string;
  /** What happened, and who does what next. */
  readonly sentences: readonly string[];
  /** What is safe; `null` where that goes without saying. */
  readonly safe: string | null;
}

/** What the words need beside the outcome itself. */
export interface WordsContext {
  readonly purpose: ConnectPurpose;
  readonly transport: Transport;
  readonly exchange: ExchangeKind;
  /** The name of the vehicle whose login was renewed. */
  readonly vehicleName: string | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

type Outcome<K extends ConnectOutcome['kind']> = Extract<ConnectOutcome, { kind: K }>;

function present(sentences: readonly (string | false)[]): readonly string[] {
  return sentences.filter((sentence) => sentence !== false);
}

/** What both kinds of success may have to say. */
function successSentences(
  t: TFunction,
  { keptInMemory, vinCheck }: Outcome<'connected' | 'partial_grant'>,
): readonly (string | false)[] {
  return [
    vinCheck !== null && t(`outcome.vinCheck.${vinCheck}`),
    keptInMemory && t('outcome.connected.inMemory'),
  ];
}

function connectedWords(t: TFunction, outcome: Outcome<'connected'>): OutcomeWords {
  const { vehicleIds, vehiclesRead, keptInMemory } = outcome;
  return {
    title: vehiclesRead
      ? t('outcome.connected.title', { count: vehicleIds.length })
      : t('outcome.connected.titleNotRead'),
    sentences: present([
      !vehiclesRead && t('outcome.connected.notRead'),
      vehiclesRead && !keptInMemory && t('outcome.connected.what'),
      ...successSentences(t, outcome),
    ]),
    safe: null,
  };
}

function partialWords(t: TFunction, outcome: Outcome<'partial_grant'>): OutcomeWords {
  const groups = groupGrants(outcome.grants);
  const [only] = groups;
  const missing = missingPermissions(outcome.grants).map((one) => t(`permission.${one}`));
  const count = outcome.vehicleIds.length;
  if (!mayStillBeGranted(outcome.grants)) {
    return {
      title: t('outcome.connected.title', { count }),
      sentences: present([
        t('outcome.partial_grant.what'),
        groups.length > 1
          ? t('outcome.partial_grant.nextCannotDiffers', { permissions: listText(missing) })
          : t('outcome.partial_grant.nextCannot', { count, permissions: listText(missing) }),
        ...successSentences(t, outcome),
      ]),
      safe: null,
    };
  }
  const title =
    only && groups.length === 1
      ? t('outcome.partial_grant.title', {
          granted: countGranted(only.permissions),
          count: only.permissions.length,
        })
      : t('outcome.partial_grant.titleDiffers', { count });
  return {
    title,
    sentences: present([
      t('outcome.partial_grant.what'),
      t('outcome.partial_grant.next'),
      ...successSentences(t, outcome),
    ]),
    safe: null,
  };
}

function incompatibleSentences(
  t: TFunction,
  { failing }: Outcome<'vehicle_incompatible'>,
  purpose: ConnectPurpose,
): readonly string[] {
  const canRelax = (failing ?? requiredPermissions(purpose)).length > 0;
  const permissions = listText((failing ?? []).map((one) => t(`permission.${one}`)));
  return [
    failing
      ? t('outcome.vehicle_incompatible.whatKnown', { permissions })
      : t('outcome.vehicle_incompatible.what'),
    t(`outcome.vehicle_incompatible.${canRelax ? 'next' : 'nextNothingRequired'}`),
  ];
}

/** These read differently where a backend stands between this computer and Smartcar. */
const AT_BACKEND = [
  'unreachable',
  'timed_out',
  'unreadable_answer',
  'invalid_client',
  'secret_unavailable',
  'rate_limited',
] as const satisfies readonly ExchangeProblem[];

function exchangeWords(
  t: TFunction,
  { problem, retryUntil }: Outcome<'exchange_failed'>,
  { exchange, now }: WordsContext,
): Omit<OutcomeWords, 'safe'> {
  const atBackend = AT_BACKEND.find((one) => exchange === 'backend' && one === problem);
  const part = (name: 'title' | 'what' | 'next') =>
    atBackend ? t(`exchange.atBackend.${atBackend}.${name}`) : t(`exchange.${problem}.${name}`);
  const left = retryUntil === null ? 0 : Date.parse(retryUntil) - now;
  return {
    title: part('title'),
    sentences: present([
      part('what'),
      part('next'),
      left > 0 && t('outcome.retryFor', { time: spanText(left) }),
    ]),
  };
}

/** What happened, who acts and what is safe, in words. */
export function outcomeWords(
  t: TFunction,
  outcome: ConnectOutcome,
  context: WordsContext,
): OutcomeWords {
  const isRenewal = context.purpose.kind === 'reauthenticate';
  const safe = t(isRenewal ? 'outcome.renewal.safe' : 'outcome.nothingSaved');
  switch (outcome.kind) {
    case 'connected':
      return connectedWords(t, outcome);
    case 'partial_grant':
      return partialWords(t, outcome);
    case 'reauthenticated': {
      const name = context.vehicleName ?? t('vehicles.unnamed');
      return {
        title: t('outcome.reauthenticated.title', { name }),
        sentences: [t('outcome.reauthenticated.what')],
        safe: null,
      };
    }
    case 'exchange_failed':
      return { ...exchangeWords(t, outcome, context), safe };
    case 'transport_failed': {
      const { problem } = outcome;
      return {
        title: t(`transport.failed.${problem}.title`),
        sentences: present([
          problem === 'no_redirect_uri' && t(`transport.missing.${context.transport}`),
          t(`transport.failed.${problem}.what`),
          t(`transport.failed.${problem}.next`),
        ]),
        safe,
      };
    }
    default: {
      const { kind } = outcome;
      const isUnfit = kind === 'vehicle_incompatible' && !isRenewal;
      return {
        title: t(`outcome.${kind}.title`),
        sentences: isUnfit
          ? incompatibleSentences(t, outcome, context.purpose)
          : [
              t(`outcome.${kind}.what`),
              t(isRenewal ? 'outcome.renewal.next' : `outcome.${kind}.next`),
            ],
        safe,
      };
    }
  }
}
