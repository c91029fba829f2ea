import { Autocomplete, type OptionsFilter } from '@mantine/core';
import './comboboxStyles.ts';
import { useTranslation } from 'react-i18next';
import { BRANDS, REGIONS } from '../../../contract/brands.ts';
import { listText } from '../../format/list.ts';
import { brandNamed, plainLetters } from './brandText.ts';
import styles from './Fields.module.css';

interface BrandFieldProps {
  readonly value: string;
  readonly problem: string | null;
  readonly onChange: (brand: string) => void;
}

const OPTIONS = BRANDS.map(({ name, phoneOnly }) => ({ value: name, disabled: phoneOnly }));

/** Finds "Škoda" by "skoda". The whole list stays while a chosen brand stands in the field. */
const filter: OptionsFilter = ({ options, search }) => {
  const wanted = plainLetters(search.trim());
  if (brandNamed(search)) return options;
  return options.filter(
    (option) => 'value' in option && plainLetters(option.value).includes(wanted),
  );
};

/** A brand from the list, or any other text: Smartcar publishes no list of its codes. */
export function BrandField({ value, problem, onChange }: BrandFieldProps) {
  const { t } = useTranslation();
  const regionsOf = (name: string) => {
    const regions = brandNamed(name)?.regions ?? [];
    return regions.length === REGIONS.length
      ? t('connectOptions.brand.allRegions')
      : listText(regions.map((region) => t(`connectOptions.region.${region}`)));
  };
  return (
    <Autocomplete
      label={t('connectOptions.brand.label')}
      description={t('connectOptions.brand.hint')}
      placeholder={t('connectOptions.brand.placeholder')}
      data={OPTIONS}
      filter={filter}
      value={value}
      error={problem}
      spellCheck={false}
      data-testid="connect-make"
      onChange={onChange}
      renderOption={({ option }) => (
        <span className={styles.option}>
          <span>{option.value}</span>
          <span className={styles.optionNote}>
            {option.disabled ? t('connectOptions.brand.phoneOnly') : regionsOf(option.value)}
          </span>
        </span>
      )}
    />
  );
}
