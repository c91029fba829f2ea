import { useTranslation } from 'react-i18next';
import { exactTime } from '../../format/time.ts';
import { lazyTitle } from '../../ui/lazyTitle.ts';
import { useAgeText } from '../../ui/useAge.ts';
import styles from './ReadingCard.module.css';

interface SourceProps {
  /** When Smartcar fetched the value (ISO 8601); `null` where the card says so already. */
  readonly fetchedAt: string | null;
  /** When Motorpool last asked for it (ISO 8601). */
  readonly askedAt: string | null;
}

function Time({ name, iso }: { readonly name: string; readonly iso: string }) {
  const age = useAgeText(iso);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <time dateTime={iso} {...lazyTitle(() => exactTime(iso))}>
          {age}
        </time>
      </dd>
    </div>
  );
}

/** The times of a value beside the car's own: when Smartcar fetched it, and when it was asked for last. */
export function Source({ fetchedAt, askedAt }: SourceProps) {
  const { t } = useTranslation();
  return (
    <dl className={styles.source}>
      {fetchedAt !== null && <Time name={t('source.fetched')} iso={fetchedAt} />}
      {askedAt !== null && <Time name={t('source.asked')} iso={askedAt} />}
    </dl>
  );
}
