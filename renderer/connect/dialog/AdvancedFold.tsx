import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../../contract/application.ts';
import type { ConnectOptionsIssue } from '../../../contract/connectOptions.ts';
import { countryName } from '../../format/country.ts';
import { listText } from '../../format/list.ts';
import { useStatus } from '../../state/cache.ts';
import styles from './Advanced.module.css';
import { AdvancedSection } from './AdvancedSection.tsx';
import type { Draft } from './draft.ts';
import type { ChangeDraft } from './useDraft.ts';

interface AdvancedFoldProps {
  readonly application: Application;
  readonly draft: Draft;
  readonly change: ChangeDraft;
  readonly problemAt: (field: ConnectOptionsIssue['field']) => string | null;
}

/** Folded away, but what differs from the usual is said on the fold: it counts all the same. */
export function AdvancedFold({ application, draft, change, problemAt }: AdvancedFoldProps) {
  const { t } = useTranslation();
  const { transport } = useStatus();
  const [isOpen, setIsOpen] = useState(false);
  const hasProblem = problemAt('country') !== null || problemAt('externalId') !== null;
  const different = [
    draft.country && countryName(draft.country),
    draft.mode && t(`mode.${draft.mode}`),
    draft.externalId.trim() && t('connectOptions.externalId.label'),
    draft.clearExternalId && t('connectOptions.clearExternalId.short'),
    draft.user.trim() && t('connectOptions.user.label'),
    draft.forcePrompt && t('connectOptions.force.short'),
    draft.idParameter === 'application_id' && draft.idParameter,
    draft.transport !== transport && t(`transport.name.${draft.transport}`),
  ].filter((text): text is string => typeof text === 'string' && text !== '');
  return (
    <details
      open={isOpen || hasProblem}
      className={styles.fold}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary className={styles.summary} data-testid="connect-advanced">
        {t('connectOptions.advanced')}
        {different.length > 0 && <span className={styles.different}>{listText(different)}</span>}
      </summary>
      <AdvancedSection
        application={application}
        draft={draft}
        change={change}
        problemAt={problemAt}
      />
    </details>
  );
}
