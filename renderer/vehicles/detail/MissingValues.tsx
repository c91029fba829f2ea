import { useTranslation } from 'react-i18next';
import { READING_PERMISSION } from '../../../contract/readings.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';
import { listText } from '../../format/list.ts';
import { Button } from '../../ui/Button.tsx';
import { missingValues } from './missingValues.ts';
import { useAskForMore } from './useAskForMore.ts';
import styles from './VehicleDetail.module.css';

/** The values that were not granted, in one line for all cards, and the way to ask for them. */
export function MissingValues({ vehicle }: { readonly vehicle: Vehicle }) {
  const { t } = useTranslation();
  const kinds = missingValues(vehicle);
  const askForMore = useAskForMore(
    vehicle,
    kinds.map((kind) => READING_PERMISSION[kind]),
  );
  if (kinds.length === 0) return null;
  return (
    <p className={styles.missing} data-testid="missing-values">
      {t('vehicleHelp.ask.missing', { names: listText(kinds.map((kind) => t(`reading.${kind}`))) })}{' '}
      <Button look="link" aria-haspopup="dialog" data-testid="ask-values" onClick={askForMore}>
        {t('vehicleHelp.ask.values')}
      </Button>
    </p>
  );
}
