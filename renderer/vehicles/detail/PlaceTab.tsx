import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import IconMap2 from '@tabler/icons-react/dist/esm/icons/IconMap2.mjs';
import { useTranslation } from 'react-i18next';
import { READING_PERMISSION } from '../../../contract/readings.ts';
import { groupHours } from '../../../contract/refreshRules.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';
import { useShell } from '../../frame/shell.ts';
import { KIND_OF_STATE } from '../../map/pins.ts';
import { SmallMap } from '../../map/plain/SmallMap.tsx';
import { useCitiesNow } from '../../places/cityStore.ts';
import { placeName } from '../../places/placeName.ts';
import { hidesDetails } from '../../privacy/hidden.ts';
import { useFreshness } from '../../readings/freshness.ts';
import { momentOf } from '../../readings/newest.ts';
import { placeText } from '../../readings/place.ts';
import { timesText } from '../../readings/provenance.ts';
import { useStatus } from '../../state/cache.ts';
import { AgeText } from '../../ui/AgeText.tsx';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { vehicleState } from '../vehicleState.ts';
import { missingValues } from './missingValues.ts';
import styles from './PlaceTab.module.css';
import { ReadingReason } from './ReadingReason.tsx';
import { useAskForMore } from './useAskForMore.ts';

interface PlaceTabProps {
  readonly vehicle: Vehicle;
  readonly isRefreshing: boolean;
}

/** Asks the owner for the position, where it was not granted. */
function AskForPlace({ vehicle }: { readonly vehicle: Vehicle }) {
  const { t } = useTranslation();
  const askForMore = useAskForMore(vehicle, [READING_PERMISSION.location]);
  if (!missingValues(vehicle).includes('location')) return null;
  return (
    <div className={styles.ways}>
      <Button aria-haspopup="dialog" data-testid="ask-place" onClick={askForMore}>
        {t('vehicleHelp.ask.place')}
      </Button>
    </div>
  );
}

/** Where a car is: on a small map, in words and by coordinates, with the ways to larger maps. */
export default function PlaceTab({ vehicle, isRefreshing }: PlaceTabProps) {
  const { t } = useTranslation();
  const { screen, showOnMap, report } = useShell();
  const { budget } = useStatus();
  const cities = useCitiesNow();
  const reading = vehicle.readings.location;
  const { last } = reading;
  const moment = last ? momentOf(last) : null;
  const age =
    useFreshness(moment?.iso ?? null, groupHours(budget, vehicle.labels.group)) ?? 'fresh';
  if (!last || !moment) {
    return (
      <div className={styles.place} data-testid="place-tab">
        <p>{t('placeTab.none')}</p>
        <ReadingReason reading={reading} isRefreshing={isRefreshing} />
        <AskForPlace vehicle={vehicle} />
      </div>
    );
  }
  if (hidesDetails()) {
    return (
      <div className={styles.place} data-testid="place-tab">
        <p>{t('privacy.placeText')}</p>
      </div>
    );
  }
  const position = last.value;
  const coordinates = placeText(position);
  const name = cities ? placeName(t, cities, position) : null;
  const openInBrowser = () => {
    window.motorpool['map.openInBrowser'](position).catch(() => report('unexpected'));
  };
  return (
    <div className={styles.place} data-testid="place-tab">
      {name && <p className={styles.name}>{name}</p>}
      <AgeText moment={moment} isOld={age === 'stale'} title={() => timesText(t, last)} />
      <SmallMap
        position={position}
        kind={KIND_OF_STATE[vehicleState(vehicle, isRefreshing, Date.now()).kind]}
        age={age}
        label={t('placeTab.map', { place: name ?? coordinates })}
      />
      <p className={styles.quiet}>{t('map.credit')}</p>
      <div className={styles.coordinates}>
        <p>{coordinates}</p>
        <CopyButton text={coordinates} label={t('map.copyCoordinates')} />
      </div>
      <ReadingReason reading={reading} isRefreshing={isRefreshing} />
      <AskForPlace vehicle={vehicle} />
      <div className={styles.ways}>
        {screen !== 'map' && (
          <Button onClick={() => showOnMap(vehicle.id)}>
            <IconMap2 size={16} aria-hidden />
            {t('map.showVehicle')}
          </Button>
        )}
        <Button
          aria-describedby="place-browser-text"
          data-testid="place-browser"
          onClick={openInBrowser}
        >
          <IconExternalLink size={16} aria-hidden />
          {t('placeTab.browser')}
        </Button>
      </div>
      <p id="place-browser-text" className={styles.quiet}>
        {t('placeTab.browserText')}
      </p>
    </div>
  );
}
