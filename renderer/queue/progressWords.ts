import type { TFunction } from 'i18next';
import { formatCount } from '../format/amount.ts';
import { shortTime } from '../format/time.ts';
import type { Progress } from './progress.ts';
import { spanWords } from './span.ts';

/** How the reads go, for the status bar; `null` while nothing waits. */
export function progressWords(t: TFunction, progress: Progress, now: number): string | null {
  switch (progress.kind) {
    case 'idle':
      return null;
    case 'noSecret':
      return t('profiles.noSecret.queue');
    case 'paused':
    case 'offline': {
      const { kind, waiting } = progress;
      if (waiting === 0) return t('queue.pausedEmpty');
      return t(`queue.${kind}`, { count: waiting, value: formatCount(waiting) });
    }
    case 'held':
      return t('queue.held', {
        count: progress.waiting,
        value: formatCount(progress.waiting),
        time: shortTime(progress.nextAt, now),
      });
    case 'waiting':
      return t('queue.waiting', {
        ...doneOf(progress),
        time: shortTime(progress.nextAt, now),
      });
    case 'running': {
      const { finishesAt } = progress;
      if (finishesAt === null) return t('queue.running', doneOf(progress));
      const span = spanWords(t, Date.parse(finishesAt) - now);
      return t('queue.runningAbout', { ...doneOf(progress), span });
    }
  }
}

function doneOf({ done, total }: { readonly done: number; readonly total: number }) {
  return { done: formatCount(done), total: formatCount(total) };
}
