import IconPlayerPause from '@tabler/icons-react/dist/esm/icons/IconPlayerPause.mjs';
import IconPlayerPlay from '@tabler/icons-react/dist/esm/icons/IconPlayerPlay.mjs';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogLevel, LogLine } from '../../../contract/logLines.ts';
import { formatCount } from '../../format/amount.ts';
import { useShell } from '../../frame/shell.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { usePlainKey } from '../../ui/usePlainKey.ts';
import { LogList } from './LogList.tsx';
import styles from './LogTab.module.css';
import { useLog } from './useLog.ts';

const LEVELS = ['all', 'warn', 'error'] as const;
type Choice = (typeof LEVELS)[number];

const SHOWN: Readonly<Record<Choice, readonly LogLevel[]>> = {
  all: ['error', 'warn', 'info'],
  warn: ['error', 'warn'],
  error: ['error'],
};

const NO_LINES: readonly LogLine[] = [];

/** The log as it is written: without anything that is secret or names a car, a place or a person. */
export function LogTab() {
  const { t } = useTranslation();
  const { say } = useShell();
  const levelLabel = useId();
  const [choice, setChoice] = useState<Choice>('all');
  const [isPaused, setPaused] = useState(false);
  /** `null`: the newest line, whichever that is. */
  const [chosen, setChosen] = useState<number | null>(null);
  const { data, isError, isPending } = useLog(isPaused);
  const all = data ?? NO_LINES;
  const lines = useMemo(
    () => all.filter(({ level }) => SHOWN[choice].includes(level)),
    [all, choice],
  );
  const last = lines.length - 1;
  const current = Math.max(0, Math.min(chosen ?? last, last));
  const copy = () => {
    const line = lines[current];
    if (!line) return;
    navigator.clipboard.writeText(`${line.time} ${line.level} ${line.text}`).then(
      () => say(t('diagnostics.log.copied')),
      () => say(t('diagnostics.log.copyFailed')),
    );
  };
  usePlainKey('c', copy);
  const Picture = isPaused ? IconPlayerPlay : IconPlayerPause;
  const { length: count } = lines;
  return (
    <div className={styles.log}>
      <div className={styles.bar}>
        <span id={levelLabel}>{t('diagnostics.log.level')}</span>
        <Segmented
          labelledBy={levelLabel}
          value={choice}
          segments={LEVELS.map((value) => ({
            value,
            label: t(`diagnostics.log.levels.${value}`),
            testId: `log-level-${value}`,
          }))}
          onChoose={(next) => {
            setChoice(next);
            setChosen(null);
          }}
        />
        <Button data-testid="log-pause" onClick={() => setPaused(!isPaused)}>
          <Picture size={16} aria-hidden />
          {t(`diagnostics.log.${isPaused ? 'resume' : 'pause'}`)}
        </Button>
        <Button aria-keyshortcuts="C" unavailable={count === 0} onClick={copy}>
          {t('diagnostics.log.copy')}
        </Button>
        <span className={styles.quiet} role="status">
          {isPaused
            ? t('diagnostics.log.paused')
            : t('diagnostics.log.lines', { count, value: formatCount(count) })}
        </span>
      </div>
      {isError && <Failure text={t('diagnostics.failed')} />}
      {count > 0 ? (
        <LogList
          lines={lines}
          current={current}
          onMove={(line) => setChosen(line === last ? null : line)}
        />
      ) : (
        !isPending && (
          <p className={styles.quiet} data-testid="log-empty">
            {t(`diagnostics.log.${all.length === 0 ? 'empty' : 'noMatch'}`)}
          </p>
        )
      )}
    </div>
  );
}
