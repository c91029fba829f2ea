import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabelChange } from '../../contract/vehicles.ts';
import { Button } from '../ui/Button.tsx';
import { Failure } from '../ui/Failure.tsx';
import { DialogFooter } from '../ui/mantine/DialogFooter.tsx';
import styles from './CommandDialog.module.css';
import { useLabels } from './useLabels.ts';

interface LabelsFormProps {
  readonly vehicleIds: readonly string[];
  /** What the fields ask for; `null` while they ask for nothing. */
  readonly change: LabelChange | null;
  /** What the button does. */
  readonly action: string;
  readonly onDone: () => void;
  readonly children: ReactNode;
}

/** Fields, and the button that writes what they say to all the vehicles at once. */
export function LabelsForm({ vehicleIds, change, action, onDone, children }: LabelsFormProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const isReady = change !== null && !labels.isPending;
  return (
    <form
      className={styles.stage}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) labels.mutate({ vehicleIds, change }, { onSuccess: onDone });
      }}
    >
      <div className={styles.fields}>
        {children}
        <Failure text={labels.isError ? t('problem.unexpected') : null} />
      </div>
      <DialogFooter>
        <div className={styles.buttons}>
          <Button onClick={onDone}>{t('command.close')}</Button>
          <Button type="submit" look="primary" unavailable={!isReady} data-testid="labels-save">
            {action}
          </Button>
        </div>
      </DialogFooter>
    </form>
  );
}
