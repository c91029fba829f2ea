import type { TFunction } from 'i18next';
import type { RefreshAnswer } from '../../contract/queue.ts';
import { formatCount } from '../format/amount.ts';

/** What became of a wish to read vehicles. */
export function refreshWords(t: TFunction, { queued, held, left }: RefreshAnswer): string {
  const parts = [
    queued > 0 || left === 0
      ? t('refresh.queued', { count: queued, value: formatCount(queued) })
      : t('refresh.nothing'),
  ];
  if (held > 0) parts.push(t('refresh.held', { count: held, value: formatCount(held) }));
  if (left > 0) parts.push(t('refresh.left', { count: left, value: formatCount(left) }));
  return parts.join(' ');
}
