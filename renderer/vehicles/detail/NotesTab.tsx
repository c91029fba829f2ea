import { Autocomplete, TagsInput, Textarea, TextInput } from '@mantine/core';
import '../../commands/tagStyles.ts';
import { useTranslation } from 'react-i18next';
import type { Vehicle } from '../../../contract/vehicles.ts';
import { MAX_TAG_LENGTH, MAX_TAGS } from '../../commands/tags.ts';
import { hidesDetails } from '../../privacy/hidden.ts';
import { useLabelValues } from '../../state/fleet/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import { Failure } from '../../ui/Failure.tsx';
import { MantineHost } from '../../ui/mantine/MantineHost.tsx';
import styles from './NotesTab.module.css';
import { useLabelField } from './useLabelField.ts';
import { type Notes, type TextLabel, useNotes } from './useNotes.ts';

const MAX_LENGTH = 200;
const MAX_NOTES_LENGTH = 10_000;
/** As many suggestions as fit the eye. */
const SUGGESTIONS = 50;

/** The properties of the field for one label. */
function useTextLabel({ labels }: Vehicle, label: TextLabel, save: Notes['save']) {
  const { t } = useTranslation();
  const { text, onChange, onBlur } = useLabelField({
    value: labels[label],
    onSave: (next) => save(label, next),
  });
  return {
    label: t(`notes.${label}`),
    value: text,
    maxLength: label === 'notes' ? MAX_NOTES_LENGTH : MAX_LENGTH,
    'data-testid': `note-${label}`,
    onChange,
    onBlur,
  };
}

/** What the fleet's staff writes down about a car. It is saved as it is typed, on this computer only. */
export default function NotesTab({ vehicle }: { readonly vehicle: Vehicle }) {
  const { t } = useTranslation();
  const { save, saveTags, undo, hasFailed } = useNotes(vehicle);
  const { labels } = vehicle;
  const groups = useLabelValues('group');
  const drivers = useLabelValues('driver');
  const tags = useLabelValues('tag');
  const name = useTextLabel(vehicle, 'name', save);
  const plate = useTextLabel(vehicle, 'plate', save);
  const driver = useTextLabel(vehicle, 'driver', save);
  const group = useTextLabel(vehicle, 'group', save);
  const notes = useTextLabel(vehicle, 'notes', save);
  return (
    <MantineHost>
      <div className={styles.fields}>
        <TextInput {...name} onChange={(event) => name.onChange(event.currentTarget.value)} />
        {hidesDetails() && labels.plate !== null ? (
          <TextInput label={plate.label} value={t('privacy.hidden')} readOnly />
        ) : (
          <TextInput
            {...plate}
            spellCheck={false}
            onChange={(event) => plate.onChange(event.currentTarget.value)}
          />
        )}
        <Autocomplete {...driver} data={[...drivers]} limit={SUGGESTIONS} spellCheck={false} />
        <Autocomplete {...group} data={[...groups]} limit={SUGGESTIONS} spellCheck={false} />
        <TagsInput
          label={t('notes.tags')}
          data={[...tags]}
          value={[...labels.tags]}
          maxTags={MAX_TAGS}
          maxLength={MAX_TAG_LENGTH}
          limit={SUGGESTIONS}
          data-testid="note-tags"
          onChange={saveTags}
        />
        <Textarea
          {...notes}
          autosize
          minRows={4}
          maxRows={16}
          onChange={(event) => notes.onChange(event.currentTarget.value)}
        />
        <Failure text={hasFailed ? t('notes.failed') : null} />
        <p role="status" className={styles.saved} data-testid="note-saved">
          {undo ? (
            <>
              {t('notes.saved')}{' '}
              <Button look="link" onClick={undo}>
                {t('notes.undo')}
              </Button>
            </>
          ) : (
            t('notes.kept')
          )}
        </p>
      </div>
    </MantineHost>
  );
}
