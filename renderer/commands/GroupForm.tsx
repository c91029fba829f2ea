import { Autocomplete } from '@mantine/core';
import '../connect/dialog/comboboxStyles.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../format/amount.ts';
import { useLabelValues } from '../state/fleet/hooks.ts';
import { LabelsForm } from './LabelsForm.tsx';

interface GroupFormProps {
  readonly vehicleIds: readonly string[];
  readonly onDone: () => void;
}

/** Puts vehicles into a group that there is, into a new one, or into none. */
export function GroupForm({ vehicleIds, onDone }: GroupFormProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const groups = useLabelValues('group');
  const group = text.trim() || null;
  const count = vehicleIds.length;
  return (
    <LabelsForm
      vehicleIds={vehicleIds}
      change={{ group }}
      action={t(group === null ? 'labels.ungroup' : 'labels.group', {
        count,
        value: formatCount(count),
      })}
      onDone={onDone}
    >
      <Autocomplete
        label={t('labels.groupLabel')}
        description={t('labels.groupHint')}
        data={[...groups]}
        value={text}
        spellCheck={false}
        maxLength={200}
        limit={50}
        data-autofocus
        data-testid="labels-group"
        onChange={setText}
      />
    </LabelsForm>
  );
}
