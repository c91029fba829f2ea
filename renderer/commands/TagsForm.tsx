import { TagsInput } from '@mantine/core';
import './tagStyles.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabelChange } from '../../contract/vehicles.ts';
import { formatCount } from '../format/amount.ts';
import { useLabelValues, useVehicles } from '../state/fleet/hooks.ts';
import { CheckField } from '../ui/CheckField.tsx';
import styles from './CommandDialog.module.css';
import { LabelsForm } from './LabelsForm.tsx';
import { MAX_TAG_LENGTH, MAX_TAGS, tagCounts } from './tags.ts';

interface TagsFormProps {
  readonly vehicleIds: readonly string[];
  readonly onDone: () => void;
}

function changeOf(added: readonly string[], removed: readonly string[]): LabelChange | null {
  if (added.length + removed.length === 0) return null;
  return { addTags: added, removeTags: removed };
}

/** Gives tags to vehicles and takes tags from them. */
export function TagsForm({ vehicleIds, onDone }: TagsFormProps) {
  const { t } = useTranslation();
  const [added, setAdded] = useState<string[]>([]);
  const [removed, setRemoved] = useState<readonly string[]>([]);
  const known = useLabelValues('tag');
  const worn = tagCounts(useVehicles(vehicleIds));
  const count = vehicleIds.length;
  return (
    <LabelsForm
      vehicleIds={vehicleIds}
      change={changeOf(added, removed)}
      action={t('labels.tag', { count, value: formatCount(count) })}
      onDone={onDone}
    >
      <TagsInput
        label={t('labels.addTags')}
        description={t('labels.tagsHint')}
        data={[...known]}
        value={added}
        maxTags={MAX_TAGS}
        maxLength={MAX_TAG_LENGTH}
        limit={50}
        openOnFocus={false}
        data-autofocus
        data-testid="labels-tags"
        onChange={setAdded}
      />
      {worn.length > 0 && (
        <fieldset className={styles.worn}>
          <legend>{t('labels.removeTags')}</legend>
          {worn.map(([tag, wearers]) => (
            <CheckField
              key={tag}
              label={t('labels.tagOn', { tag, count: wearers, value: formatCount(wearers) })}
              checked={removed.includes(tag)}
              onChange={(isChosen) =>
                setRemoved(isChosen ? [...removed, tag] : removed.filter((one) => one !== tag))
              }
            />
          ))}
        </fieldset>
      )}
    </LabelsForm>
  );
}
