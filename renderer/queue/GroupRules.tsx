import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { fleetRule, nightAt, type RefreshRule } from '../../contract/refreshRules.ts';
import { formatCount } from '../format/amount.ts';
import { shortTime } from '../format/time.ts';
import { useStatus } from '../state/cache.ts';
import { useSeconds } from '../state/clock.ts';
import { FactList } from './FactList.tsx';
import styles from './Facts.module.css';
import { spanWords } from './span.ts';

const HOUR_MS = 3_600_000;

/** So many fit above the list of what is read next. */
const SHOWN = 6;

/** What a rule means now. */
function ruleWords(t: TFunction, rule: RefreshRule, now: number): string {
  switch (rule.kind) {
    case 'off':
      return t('refreshRules.now.off');
    case 'every':
      return t('refreshRules.now.every', { span: spanWords(t, rule.hours * HOUR_MS) });
    case 'night': {
      const { start, end } = nightAt(rule.hours, now);
      const isNight = start <= now;
      const time = shortTime(new Date(isNight ? end : start).toISOString(), now);
      return t(isNight ? 'refreshRules.now.until' : 'refreshRules.now.notBefore', { time });
    }
  }
}

/** Why vehicles are not read by themselves now, or more seldom: by the rules of fleet and groups. */
export function GroupRules() {
  const { t } = useTranslation();
  const { budget } = useStatus();
  const now = useSeconds();
  const { groupRules, nightHours } = budget;
  if (groupRules.length === 0 && nightHours === null) return null;
  const shown = groupRules.slice(0, SHOWN);
  const more = groupRules.length - shown.length;
  return (
    <section className={styles.group} data-testid="queue-rules">
      <h3>{t('refreshRules.title')}</h3>
      <FactList
        rows={[
          [t('refreshRules.fleet'), ruleWords(t, fleetRule(budget), now)],
          ...shown.map(({ group, rule }) => [group, ruleWords(t, rule, now)] as const),
        ]}
      />
      {more > 0 && (
        <p className={styles.quiet}>
          {t('refreshRules.more', { count: more, value: formatCount(more) })}
        </p>
      )}
    </section>
  );
}
