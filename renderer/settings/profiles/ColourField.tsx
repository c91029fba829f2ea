import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { PROFILE_COLOURS, type ProfileColour } from '../../../contract/profiles.ts';
import colours from '../../profiles/colours.module.css';
import styles from './ProfileSettings.module.css';

interface ColourFieldProps {
  readonly value: ProfileColour;
  readonly onChange: (colour: ProfileColour) => void;
}

/** One of a few colours: plain radio buttons, so the arrow keys work by themselves. */
export function ColourField({ value, onChange }: ColourFieldProps) {
  const { t } = useTranslation();
  const name = useId();
  return (
    <fieldset className={styles.colours}>
      <legend>{t('profiles.colour')}</legend>
      {PROFILE_COLOURS.map((colour) => (
        <label key={colour} className={styles.colour} title={t(`profiles.colourName.${colour}`)}>
          <input
            type="radio"
            name={name}
            value={colour}
            checked={colour === value}
            aria-label={t(`profiles.colourName.${colour}`)}
            className={colours.colour}
            data-colour={colour}
            data-testid={`profile-colour-${colour}`}
            onChange={() => onChange(colour)}
          />
        </label>
      ))}
    </fieldset>
  );
}
