import type { TFunction } from 'i18next';
import type { ConnectOutcome } from '../../contract/connect.ts';
import { spanText } from '../format/time.ts';

export interface OutcomeWords {
  readonly title: string;
  readonly sentences: readonly string[];
}

function connectedWords(
  t: TFunction,
  outcome: Extract<ConnectOutcome, { kind: 'connected' }>,
): OutcomeWords {
  const { vehicleIds, vehiclesRead, keptInMemory } = outcome;
  const title = vehiclesRead
    ? t('outcome.connected.title', { count: vehicleIds.length })
    : t('outcome.connected.titleNotRead');
  const sentences = [
    !vehiclesRead && t('outcome.connected.notRead'),
    keptInMemory && t('outcome.connected.inMemory'),
    vehiclesRead && !keptInMemory && t('outcome.connected.what'),
  ];
  return { title, sentences: sentences.filter((sentence) => sentence !== false) };
}

/** What happened, what is safe and what to do next. `now` is in milliseconds since the epoch. */
export function outcomeWords(t: TFunction, outcome: ConnectOutcome, now: number): OutcomeWords {
  if (outcome.kind === 'connected') return connectedWords(t, outcome);
  const safe = t('outcome.nothingSaved');
  if (outcome.kind === 'exchange_failed') {
    const { problem, retryUntil } = outcome;
    const left = retryUntil === null ? 0 : Date.parse(retryUntil) - now;
    const retry = left > 0 ? [t('outcome.retryFor', { time: spanText(left) })] : [];
    return {
      title: t(`exchange.${problem}.title`),
      sentences: [t(`exchange.${problem}.what`), t(`exchange.${problem}.next`), safe, ...retry],
    };
  }
  const { kind } = outcome;
  const what = t(`outcome.${kind}.what`);
  const next = t(`outcome.${kind}.next`);
  return { title: t(`outcome.${kind}.title`), sentences: [what, next, safe] };
}
