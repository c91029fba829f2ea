import type { TFunction } from 'i18next';
import type { Permission } from '../../../contract/permissions.ts';
import { andText, sentenceCase } from '../../format/list.ts';
import { impossible } from '../impossible.ts';
import type { CannotFinish, CarsThatLack } from './cannotFinish.ts';

/** Says in a sentence, or two, who cannot finish and because of what. */
export function cannotFinishText(t: TFunction, who: CannotFinish): string {
  const names = (permissions: readonly Permission[]) =>
    andText(permissions.map((one) => t(`permission.${one}`)));
  const carsText = (cars: readonly CarsThatLack[]) =>
    andText(cars.map((one) => t(`connectOptions.cars.${one}`)));
  switch (who.kind) {
    case 'nobody':
      return t('connectOptions.canFinish.everybody');
    case 'some':
      return t('connectOptions.canFinish.some', {
        count: who.permissions.length,
        cars: sentenceCase(carsText(who.cars)),
        permissions: names(who.permissions),
      });
    case 'all_but_hybrids': {
      const hybrids = t('connectOptions.canFinish.hybridsOnly', {
        permissions: names(who.combustionAndBattery),
      });
      if (who.cars.length === 0) return hybrids;
      const others = t('connectOptions.canFinish.norThese', {
        count: who.permissions.length,
        cars: carsText(who.cars),
        permissions: names(who.permissions),
      });
      return `${hybrids} ${others}`;
    }
    case 'many':
      return t('connectOptions.canFinish.many', { permissions: names(who.permissions) });
    default:
      return impossible(who);
  }
}
