import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../contract/application.ts';
import { ModeBadge, modeOf } from '../frame/ModeBadge.tsx';
import { useShell } from '../frame/shell.ts';
import { useStatus } from '../state/cache.ts';
import { Button } from '../ui/Button.tsx';
import { Failure } from '../ui/Failure.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { LayerDialog } from '../ui/mantine/LayerDialog.tsx';
import { ProgressLine } from '../ui/ProgressLine.tsx';
import { CheckedCars } from './CheckedCars.tsx';
import { defaultCountry } from './defaultCountry.ts';
import styles from './EligibilityDialog.module.css';
import { ListFields } from './ListFields.tsx';
import { pastedVins } from './pastedVins.ts';
import { useListCheck } from './useListCheck.ts';

interface EligibilityDialogProps {
  readonly application: Application;
  /** False while the Connect dialog lies above. */
  readonly isOnTop: boolean;
}

/** Many cars at once: which of them are worth asking their drivers. */
export default function EligibilityDialog({ application, isOnTop }: EligibilityDialogProps) {
  const { t } = useTranslation();
  const { closeLayer, checkedList } = useShell();
  const { connectOptions } = useStatus();
  const [text, setText] = useState(
    () => checkedList?.reports.map(({ vin }) => vin).join('\n') ?? '',
  );
  const [country, setCountry] = useState(
    () => checkedList?.country ?? connectOptions.country ?? defaultCountry(navigator.languages),
  );
  const { run, cancel, progress, hasFailed } = useListCheck();
  const pasted = pastedVins(text);
  const cars = pasted.vins.length - pasted.malformed;
  const check = () => {
    if (cars > 0 && progress === null) run({ vins: pasted.vins, country });
  };
  return (
    <LayerDialog
      isOnTop={isOnTop}
      testId="eligibility-screen"
      title={t('eligibility.title')}
      badge={<ModeBadge mode={modeOf(application)} />}
      end={<IconButton icon={IconX} label={t('eligibility.close')} onClick={closeLayer} />}
      width={1120}
      onClose={closeLayer}
    >
      <div className={styles.body}>
        <ListFields
          text={text}
          pasted={pasted}
          country={country}
          onText={setText}
          onCountry={setCountry}
        />
        <div className={styles.act}>
          {progress === null ? (
            <Button
              look={checkedList ? 'plain' : 'primary'}
              data-testid="eligibility-check"
              unavailable={cars === 0}
              onClick={check}
            >
              {t('eligibility.check', { count: cars })}
            </Button>
          ) : (
            <ProgressLine
              text={t('eligibility.checking', {
                count: progress.checked,
                total: progress.total,
              })}
              done={progress.checked}
              max={progress.total}
              stop={{ label: t('eligibility.cancel'), run: cancel, testId: 'eligibility-cancel' }}
            />
          )}
        </div>
        <Failure text={hasFailed ? t('problem.unexpected') : null} />
        {checkedList && progress === null && (
          <CheckedCars list={checkedList} asked={connectOptions.permissions} />
        )}
      </div>
    </LayerDialog>
  );
}
