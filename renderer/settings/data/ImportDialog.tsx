import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  COPY_PARTS,
  type DataWork,
  type ImportChoice,
  type ImportPlan,
  type ImportResult,
  LABEL_KINDS,
  LABELS_STAY,
} from '../../../contract/data.ts';
import { formatCount } from '../../format/amount.ts';
import { exactTime } from '../../format/time.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckField } from '../../ui/CheckField.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { LayerDialog } from '../../ui/mantine/LayerDialog.tsx';
import { SettingsFacts } from '../SettingsFacts.tsx';
import sections from '../SettingsScreen.module.css';
import { ConflictList } from './ConflictList.tsx';
import styles from './ImportDialog.module.css';
import { WorkBar } from './WorkBar.tsx';

const WIDTH = 720;

interface ImportDialogProps {
  readonly plan: ImportPlan;
  readonly work: DataWork | null;
  readonly onImported: (result: ImportResult) => void;
  readonly onClose: () => void;
}

/** What taking in a file would do, and whose label stays where both have one. */
export default function ImportDialog({ plan, work, onImported, onClose }: ImportDialogProps) {
  const { t } = useTranslation();
  const { fileName, madeAt, rows, knownVehicles, conflicts, settingsDiffer } = plan;
  const others = rows.vehicles - knownVehicles;
  const [choice, setChoice] = useState<ImportChoice>({
    labels: LABELS_STAY,
    past: true,
    settings: false,
    // On a new computer there is nothing else to take the file in for.
    otherVehicles: knownVehicles === 0,
    lists: true,
  });
  const change = (part: Partial<ImportChoice>) => setChoice((before) => ({ ...before, ...part }));
  const importing = useMutation({
    mutationFn: () => window.motorpool['data.import'](choice),
    onSuccess: (answer) => {
      if (answer.ok) onImported(answer.value);
    },
  });
  const failure = importing.data && !importing.data.ok ? importing.data.failure : null;
  const said = failure === null || failure === 'cancelled' ? null : t(`data.failure.${failure}`);
  const problem = importing.isError ? t('problem.unexpected') : said;
  const close = () => {
    if (!importing.isPending) onClose();
  };
  const differing = LABEL_KINDS.filter((kind) => conflicts[kind].count > 0);
  return (
    <LayerDialog
      isOnTop
      testId="import-dialog"
      title={t('data.plan.title', { name: fileName })}
      badge={null}
      width={WIDTH}
      onClose={close}
    >
      <div className={styles.body}>
        <p className={sections.quiet}>
          {t('data.plan.made', { time: exactTime(madeAt) })}{' '}
          {t('data.plan.known', { count: rows.vehicles, known: formatCount(knownVehicles) })}
        </p>
        <h3>{t('data.plan.holds')}</h3>
        <SettingsFacts
          rows={COPY_PARTS.map((part) => [t(`data.parts.${part}`), formatCount(rows[part])])}
        />
        <h3>{t('data.plan.labels')}</h3>
        <p className={sections.quiet}>
          {t(differing.length > 0 ? 'data.plan.conflictsText' : 'data.plan.noConflicts')}
        </p>
        {differing.map((kind) => (
          <ConflictList
            key={kind}
            kind={kind}
            conflicts={conflicts[kind]}
            side={choice.labels[kind]}
            onSide={(side) => change({ labels: { ...choice.labels, [kind]: side } })}
          />
        ))}
        <div className={styles.choices}>
          <CheckField
            label={t('data.plan.past')}
            text={t('data.plan.pastText')}
            checked={choice.past}
            testId="import-past"
            onChange={(past) => change({ past })}
          />
          {settingsDiffer && (
            <CheckField
              label={t('data.plan.settings')}
              text={t('data.plan.settingsText')}
              checked={choice.settings}
              testId="import-settings"
              onChange={(settings) => change({ settings })}
            />
          )}
          {others > 0 && (
            <CheckField
              label={t('data.plan.others', { count: others })}
              text={t('data.plan.othersText')}
              checked={choice.otherVehicles}
              testId="import-others"
              onChange={(otherVehicles) => change({ otherVehicles })}
            />
          )}
          {rows.imported > 0 && (
            <CheckField
              label={t('data.parts.imported')}
              text={t('data.plan.listsText')}
              checked={choice.lists}
              testId="import-lists"
              onChange={(lists) => change({ lists })}
            />
          )}
        </div>
        <Failure text={problem} />
        {work && <WorkBar work={work} />}
        <div className={styles.buttons}>
          <Button unavailable={importing.isPending} onClick={close}>
            {t('data.stop')}
          </Button>
          <Button
            look="primary"
            data-autofocus
            data-testid="import-act"
            unavailable={importing.isPending}
            onClick={() => importing.mutate()}
          >
            {t('data.plan.act')}
          </Button>
        </div>
      </div>
    </LayerDialog>
  );
}
