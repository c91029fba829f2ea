import type { ReadingValues } from '../../contract/readings.ts';
import { formatDegrees } from '../format/amount.ts';

/** Latitude and longitude, the way maps take them. */
export function placeText({ latitude, longitude }: ReadingValues['location']): string {
  return `${formatDegrees(latitude)}, ${formatDegrees(longitude)}`;
}
