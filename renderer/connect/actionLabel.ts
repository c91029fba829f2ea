import type { TFunction } from 'i18next';
import { listText } from '../format/list.ts';
import type { OutcomeAction } from './outcomeAction.ts';

/** More names than these in one button nobody reads. */
const MOST_NAMES = 3;

/** What a button of the outcome is called. `vehicleName` is that of the first vehicle it is about. */
export function actionLabel(
  t: TFunction,
  action: OutcomeAction,
  vehicleName: string | null,
): string {
  switch (action.name) {
    case 'make_optional': {
      const { permissions } = action;
      return permissions.length > MOST_NAMES
        ? t('outcome.action.make_optional_many', { count: permissions.length })
        : t('outcome.action.make_optional', {
            permissions: listText(permissions.map((one) => t(`permission.${one}`))),
          });
    }
    case 'show_vehicle':
      return vehicleName
        ? t('outcome.action.show_vehicle', { name: vehicleName })
        : t('outcome.action.show_list');
    default:
      return t(`outcome.action.${action.name}`);
  }
}
