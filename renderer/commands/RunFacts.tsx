import { useTranslation } from 'react-i18next';
import { formatCount } from '../format/amount.ts';
import styles from './CommandDialog.module.css';
import type { RunProgress } from './progressOf.ts';

interface RunFactsProps {
  readonly progress: RunProgress;
  /** Whether the car itself can show that the command was carried out. */
  readonly hasConfirmation: boolean;
}

/** How many stand where: what Smartcar accepted and what a car confirmed are told apart. */
export function RunFacts({ progress, hasConfirmation }: RunFactsProps) {
  const { t } = useTranslation();
  const { accepted, confirmed, failed, left, waiting } = progress;
  const facts = [
    ['accepted', accepted],
    ...(hasConfirmation ? [['confirmed', confirmed] as const] : []),
    ['failed', failed],
    ['left', left],
    ['waiting', waiting],
  ] as const;
  return (
    <div role="status" data-testid="command-facts">
      <ul className={styles.facts}>
        {facts
          .filter(([name, count]) => count > 0 || name === 'accepted')
          .map(([name, count]) => (
            <li key={name} data-fact={name}>
              {t(`command.fact.${name}`, { value: formatCount(count) })}
            </li>
          ))}
      </ul>
    </div>
  );
}
