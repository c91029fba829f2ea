import type { TFunction } from 'i18next';
import type { Opening, ReadingValues } from '../../contract/readings.ts';

/** The car's locks as a key of the catalogue's `value`. */
export function lockState({
  isLocked,
}: Pick<ReadingValues['security'], 'isLocked'>): 'locked' | 'unlocked' | 'lockUnknown' {
  if (isLocked === null) return 'lockUnknown';
  return isLocked ? 'locked' : 'unlocked';
}

const POSITIONS = ['frontLeft', 'frontRight', 'backLeft', 'backRight', 'front', 'rear'] as const;

/** Smartcar's name of a place we have no words for, taken apart: `middleLeft` → "middle left". */
export function spelledOut(position: string): string {
  return position.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).trim();
}

/** "Door, front left". Parts of which a car has one (`sunroof`) repeat their name as place; it is dropped. */
export function openingText(t: TFunction, { part, position }: Opening): string {
  const partText = t(`value.part.${part}`);
  if (position === '' || position === part) return partText;
  const known = POSITIONS.find((name) => name === position);
  const place = known ? t(`value.position.${known}`) : spelledOut(position);
  return t('value.openingAt', { part: partText, position: place });
}
