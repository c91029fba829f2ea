import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueue } from '../state/cache.ts';
import { useLabelValues } from '../state/fleet/hooks.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Facts.module.css';
import { useQueueActions } from './useQueueActions.ts';

/** Groups that nobody reads by Motorpool until a person resumes them, and a way to add one. */
export function PausedGroups() {
  const { t } = useTranslation();
  const { pausedGroups } = useQueue();
  const groups = useLabelValues('group');
  const { pauseGroup } = useQueueActions();
  const id = useId();
  const [chosen, choose] = useState('');
  const others = groups.filter((group) => !pausedGroups.includes(group));
  if (others.length === 0 && pausedGroups.length === 0) return null;
  return (
    <section className={styles.group}>
      <h3>{t('queue.groups')}</h3>
      {pausedGroups.map((group) => (
        <div key={group} className={styles.heading}>
          <span>{t('queue.groupPaused', { group })}</span>
          <Button
            aria-label={t('queue.resumeGroup', { group })}
            onClick={() => pauseGroup.mutate({ group, paused: false })}
          >
            {t('queue.resume')}
          </Button>
        </div>
      ))}
      {others.length > 0 && (
        <div className={styles.heading}>
          <label htmlFor={id} className={styles.quiet}>
            {t('queue.pauseGroup')}
          </label>
          <select
            id={id}
            value={chosen}
            className={styles.select}
            onChange={(event) => choose(event.target.value)}
          >
            <option value="">{t('queue.chooseGroup')}</option>
            {others.map((group) => (
              <option key={group}>{group}</option>
            ))}
          </select>
          <Button
            unavailable={!others.includes(chosen)}
            onClick={() => pauseGroup.mutate({ group: chosen, paused: true })}
          >
            {t('queue.pauseThis')}
          </Button>
        </div>
      )}
    </section>
  );
}
