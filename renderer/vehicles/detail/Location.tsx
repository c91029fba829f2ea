import IconMap2 from '@tabler/icons-react/dist/esm/icons/IconMap2.mjs';
import { useTranslation } from 'react-i18next';
import { useShell } from '../../frame/shell.ts';
import { useCitiesNow } from '../../places/cityStore.ts';
import type { Position } from '../../places/geo.ts';
import { placeName } from '../../places/placeName.ts';
import { hidesDetails } from '../../privacy/hidden.ts';
import { placeText } from '../../readings/place.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import styles from './Location.module.css';
import card from './ReadingCard.module.css';

/** Where a car is: by the city next to it and by coordinates, with the way to the map. */
export function Location({ position }: { readonly position: Position }) {
  const { t } = useTranslation();
  const { screen, openVehicleId, showOnMap } = useShell();
  const cities = useCitiesNow();
  if (hidesDetails()) return <p className={card.main}>{t('privacy.hidden')}</p>;
  const name = cities && placeName(t, cities, position);
  const coordinates = placeText(position);
  return (
    <>
      {name && <p className={card.main}>{name}</p>}
      <div className={styles.coordinates}>
        <p className={name ? card.openings : card.main}>{coordinates}</p>
        <CopyButton text={coordinates} label={t('map.copyCoordinates')} />
      </div>
      {screen !== 'map' && (
        <Button
          className={styles.map}
          data-testid="show-on-map"
          onClick={() => showOnMap(openVehicleId)}
        >
          <IconMap2 size={16} aria-hidden />
          {t('map.showVehicle')}
        </Button>
      )}
    </>
  );
}
