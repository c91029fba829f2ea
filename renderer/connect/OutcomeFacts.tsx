import { useTranslation } from 'react-i18next';
import { detailText } from '../privacy/hidden.ts';
import styles from './Outcome.module.css';
import type { Fact } from './outcomeView.ts';

/** What Smartcar or the system said, as it was said. */
export function OutcomeFacts({ facts }: { readonly facts: readonly Fact[] }) {
  const { t } = useTranslation();
  if (facts.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, text }) => (
        <div key={name}>
          <dt>{t(`outcome.fact.${name}`)}</dt>
          <dd>{name === 'vin' ? detailText(t, text) : text}</dd>
        </div>
      ))}
    </dl>
  );
}
