import IconBattery1 from '@tabler/icons-react/dist/esm/icons/IconBattery1.mjs';
import IconClockExclamation from '@tabler/icons-react/dist/esm/icons/IconClockExclamation.mjs';
import IconGasStation from '@tabler/icons-react/dist/esm/icons/IconGasStation.mjs';
import IconPlugConnectedX from '@tabler/icons-react/dist/esm/icons/IconPlugConnectedX.mjs';
import IconWheel from '@tabler/icons-react/dist/esm/icons/IconWheel.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../format/amount.ts';
import { isSameSearch } from '../../state/fleet/query/isSameSearch.ts';
import { useMatchCounts } from '../../state/fleet/useMatchCounts.ts';
import styles from './AttentionStrip.module.css';
import { ATTENTION_SEARCHES, type AttentionSearch } from './attentionSearches.ts';

const ICONS: Readonly<Record<AttentionSearch['kind'], typeof IconX>> = {
  accessEnded: IconPlugConnectedX,
  lowBattery: IconBattery1,
  lowFuel: IconGasStation,
  lowTire: IconWheel,
  stale: IconClockExclamation,
};

const QUERIES = ATTENTION_SEARCHES.map(({ query }) => query);

interface AttentionStripProps {
  /** What the table is searched by now. */
  readonly query: string;
  readonly onSearch: (query: string) => void;
  /** The keyboard was on what is no longer there to be seen to. */
  readonly onGone: () => void;
}

/**
 * How many vehicles the alert rules found, by kind of rule; each number leads to them. Nothing where all
 * is well.
 */
export function AttentionStrip({ query, onSearch, onGone }: AttentionStripProps) {
  const { t } = useTranslation();
  const counts = useMatchCounts(QUERIES);
  const shown = ATTENTION_SEARCHES.map((search, at) => ({
    ...search,
    count: counts[at] ?? 0,
  })).filter(({ count }) => count > 0);

  // React tells no blur of what it takes away, so what is still noted here took the focus with it.
  const focused = useRef<AttentionSearch['kind'] | null>(null);
  useEffect(() => {
    if (focused.current === null || shown.some(({ kind }) => kind === focused.current)) return;
    focused.current = null;
    onGone();
  });

  if (shown.length === 0) return null;
  return (
    <section className={styles.strip} aria-label={t('attention.title')} data-testid="attention">
      {shown.map(({ kind, query: own, count }) => {
        const isPressed = isSameSearch(query, own);
        const what = t(`attention.${kind}`, { count, value: formatCount(count) });
        const Picture = ICONS[kind];
        return (
          <button
            key={kind}
            type="button"
            className={styles.chip}
            aria-pressed={isPressed}
            aria-label={t('attention.only', { count, what })}
            data-testid={`attention-${kind}`}
            onFocus={() => {
              focused.current = kind;
            }}
            onBlur={() => {
              focused.current = null;
            }}
            onClick={() => onSearch(isPressed ? '' : own)}
          >
            <Picture size={14} aria-hidden />
            {what}
            {isPressed && <IconX size={14} aria-hidden />}
          </button>
        );
      })}
    </section>
  );
}
