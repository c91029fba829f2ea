import { useCallback, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../../contract/application.ts';
import type { ConnectOptionsProblem } from '../../../contract/connectOptions.ts';
import type { Permission } from '../../../contract/permissions.ts';
import styles from './ConnectDialog.module.css';
import type { Draft } from './draft.ts';
import type { Level } from './levels.ts';
import { PermissionGroup } from './PermissionGroup.tsx';
import { PresetField } from './PresetField.tsx';
import { PERMISSION_GROUPS } from './permissionGroups.ts';
import type { ChangeDraft } from './useDraft.ts';

interface PermissionsSectionProps {
  readonly application: Application;
  readonly draft: Draft;
  readonly change: ChangeDraft;
  readonly problem: ConnectOptionsProblem | null;
}

/** What the driver is asked for: a set, or each permission by itself. */
export function PermissionsSection(props: PermissionsSectionProps) {
  const { application, draft, change, problem } = props;
  const { t } = useTranslation();
  const headingId = useId();
  const choose = useCallback(
    (permission: Permission, level: Level) =>
      change(({ levels }) => ({ levels: { ...levels, [permission]: level } })),
    [change],
  );
  return (
    <section aria-labelledby={headingId} data-problem={problem ?? undefined}>
      <h3 id={headingId} className={styles.heading}>
        {t('connectOptions.permissions.title')}
      </h3>
      <PresetField application={application} draft={draft} change={change} labelledBy={headingId} />
      {draft.usesDashboard ? (
        <p className={styles.hint}>{t('connectOptions.permissions.dashboardHint')}</p>
      ) : (
        <>
          <p className={styles.hint}>{t('connectOptions.permissions.hint')}</p>
          <p role="alert" className={styles.problem}>
            {problem && t(`connectOptions.problem.${problem}`)}
          </p>
          {PERMISSION_GROUPS.map((group) => (
            <PermissionGroup
              key={group.name}
              group={group}
              levels={draft.levels}
              onChoose={choose}
            />
          ))}
        </>
      )}
    </section>
  );
}
