import type { TFunction } from 'i18next';
import { brandOfCode, brandOfWmi } from '../../../contract/brands.ts';
import type { ConnectOptions } from '../../../contract/connectOptions.ts';
import type { RequestedPermission } from '../../../contract/permissions.ts';
import { hidesDetails } from '../../privacy/hidden.ts';
import { vinTail } from '../../vehicles/vehicleName.ts';

/** What the driver goes through and reads on the way. */
export interface DriverText {
  /** In the order in which they come; the last one leads to what is asked for. */
  readonly steps: readonly string[];
  /** Empty where only Smartcar's dashboard knows. */
  readonly asked: readonly RequestedPermission[];
}

/** The brand whose login the driver sees first; `null` while that is not known. */
function brandName({ vehicle }: ConnectOptions): string | null {
  switch (vehicle.kind) {
    case 'any':
      return null;
    case 'make':
      return brandOfCode(vehicle.make)?.name ?? null;
    case 'vin':
      return brandOfWmi(vehicle.vin.slice(0, 3))?.name ?? null;
  }
}

function carsText(t: TFunction, { vehicle }: ConnectOptions): string {
  if (vehicle.kind !== 'vin') {
    return t(vehicle.single ? 'connectOptions.driver.oneCar' : 'connectOptions.driver.cars');
  }
  return vehicle.vin === '' || hidesDetails()
    ? t('connectOptions.driver.thisCarOnly')
    : t('connectOptions.driver.thisCar', { vin: vinTail(vehicle.vin) });
}

export function driverText(t: TFunction, options: ConnectOptions): DriverText {
  const { vehicle, permissions } = options;
  const brand = brandName(options);
  return {
    steps: [
      ...(vehicle.kind === 'any' ? [t('connectOptions.driver.chooseBrand')] : []),
      brand ? t('connectOptions.driver.logInBrand', { brand }) : t('connectOptions.driver.logIn'),
      carsText(t, options),
      t(permissions ? 'connectOptions.driver.mayDo' : 'connectOptions.driver.mayDoDashboard'),
    ],
    asked: permissions ?? [],
  };
}

/** The same as plain text, to be sent to the driver beforehand. */
export function driverTextToSend(t: TFunction, options: ConnectOptions): string {
  const { steps, asked } = driverText(t, options);
  return [
    ...steps.map((step, at) => `${at + 1}. ${step}`),
    ...asked.map(({ permission }) => `   – ${t(`permission.meaning.${permission}`)}`),
    '',
    t('connectOptions.driver.note'),
  ].join('\n');
}
