import type { TFunction } from 'i18next';
import { hidesDetails } from '../privacy/hidden.ts';
import { placeText } from '../readings/place.ts';
import { citiesNow, useCities } from './cityStore.ts';
import type { Position } from './geo.ts';
import { placeName } from './placeName.ts';

interface PlaceNameProps {
  readonly position: Position;
  readonly t: TFunction;
}

/** A place by the city next to it; by its coordinates until the list of cities is there. */
export function PlaceName({ position, t }: PlaceNameProps) {
  const cities = useCities();
  if (hidesDetails()) return t('privacy.hidden');
  return (cities && placeName(t, cities, position)) ?? placeText(position);
}

/** The place's name with its coordinates, for what is copied. */
export function placeWords(position: Position, t: TFunction): string {
  if (hidesDetails()) return t('privacy.hidden');
  const cities = citiesNow();
  const name = cities && placeName(t, cities, position);
  const coordinates = placeText(position);
  return name ? t('map.place.withCoordinates', { name, coordinates }) : coordinates;
}
