import { Autocomplete } from '@mantine/core';
import './comboboxStyles.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { normaliseVin } from '../../../contract/vin.ts';
import { useShell } from '../../frame/shell.ts';
import { hidesDetails } from '../../privacy/hidden.ts';
import { isVinKnown, useFleetSummary, useVehicles } from '../../state/fleet/hooks.ts';
import shared from '../../ui/shared.module.css';
import { fullName } from '../../vehicles/vehicleName.ts';
import styles from './Fields.module.css';
import { HiddenVin } from './HiddenVin.tsx';
import { vinChoices } from './vinChoices.ts';

interface VinFieldProps {
  readonly value: string;
  readonly problem: string | null;
  readonly onChange: (vin: string) => void;
}

const SOURCES = ['reconnect', 'checked'] as const;

/** A VIN as it is typed, or one that Motorpool knows of already. */
export function VinField({ value, problem, onChange }: VinFieldProps) {
  const { t } = useTranslation();
  const ended = useVehicles(useFleetSummary().problems.get('reconnect')?.ids() ?? []);
  const { checkedList } = useShell();
  const [isTyping, setTyping] = useState(false);
  const isHiding = hidesDetails();
  const choices = isHiding ? [] : vinChoices(ended, isVinKnown, checkedList?.reports ?? []);
  const groups = SOURCES.map((source) => ({
    group: t(`connectOptions.vin.from.${source}`),
    items: choices.filter((choice) => choice.source === source).map(({ vin }) => vin),
  })).filter(({ items }) => items.length > 0);
  const note = (vin: string) => {
    const choice = choices.find((one) => one.vin === vin);
    if (choice?.vehicle) return fullName(choice.vehicle);
    return choice?.likelihood ? t(`eligibility.likelihood.${choice.likelihood}`) : null;
  };
  if (isHiding && value !== '' && !isTyping) {
    const typeAnother = () => {
      setTyping(true);
      onChange('');
    };
    return <HiddenVin problem={problem} onOther={typeAnother} />;
  }
  return (
    <Autocomplete
      label={t('connectOptions.vin.label')}
      description={t('connectOptions.vin.hint')}
      placeholder={t('connectOptions.vin.placeholder')}
      data={groups}
      limit={50}
      value={value}
      error={problem}
      autoComplete="off"
      spellCheck={false}
      data-testid="connect-vin"
      classNames={{ input: `${styles.vin} ${isHiding ? shared.covered : ''}` }}
      onChange={(next) => {
        setTyping(true);
        onChange(next);
      }}
      onBlur={() => onChange(normaliseVin(value))}
      renderOption={({ option }) => (
        <span className={styles.option}>
          <span className={styles.vin}>{option.value}</span>
          <span className={styles.optionNote}>{note(option.value)}</span>
        </span>
      )}
    />
  );
}
