import { NativeSelect, Textarea } from '@mantine/core';
import '@mantine/core/styles/Input.css';
import { useTranslation } from 'react-i18next';
import { countryChoices } from '../connect/dialog/countries.ts';
import { hidesDetails } from '../privacy/hidden.ts';
import shared from '../ui/shared.module.css';
import styles from './EligibilityDialog.module.css';
import { MOST_VINS, type PastedVins } from './pastedVins.ts';

interface ListFieldsProps {
  readonly text: string;
  readonly pasted: PastedVins;
  readonly country: string;
  readonly onText: (text: string) => void;
  readonly onCountry: (country: string) => void;
}

/** Where the VINs are pasted, what was found in them, and where the cars are registered. */
export function ListFields({ text, pasted, country, onText, onCountry }: ListFieldsProps) {
  const { t } = useTranslation();
  const { vins, duplicates, malformed, leftOut } = pasted;
  const facts = [
    t('eligibility.found', { count: vins.length - malformed }),
    duplicates > 0 && t('eligibility.duplicates', { count: duplicates }),
    malformed > 0 && t('eligibility.malformed', { count: malformed }),
    leftOut > 0 && t('eligibility.leftOut', { count: leftOut, most: MOST_VINS }),
  ].filter((fact) => typeof fact === 'string');
  return (
    <div className={styles.fields}>
      <div>
        <Textarea
          label={t('eligibility.paste')}
          description={t('eligibility.pasteHint', { most: MOST_VINS })}
          rows={4}
          value={text}
          spellCheck={false}
          autoComplete="off"
          data-autofocus
          data-testid="eligibility-paste"
          classNames={{ input: `${styles.paste} ${hidesDetails() ? shared.covered : ''}` }}
          onChange={({ target }) => onText(target.value)}
        />
        <p role="status" className={styles.facts}>
          {text.trim() !== '' && facts.map((fact) => <span key={fact}>{fact}</span>)}
        </p>
      </div>
      <NativeSelect
        label={t('eligibility.country')}
        description={t('eligibility.countryHint')}
        data={[...countryChoices()]}
        value={country}
        data-testid="eligibility-country"
        onChange={({ target }) => onCountry(target.value)}
      />
    </div>
  );
}
