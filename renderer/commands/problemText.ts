import type { TFunction } from 'i18next';
import type { CommandProblem } from '../../contract/commands.ts';

/** States of a car that have a sentence of their own, by the second half of Smartcar's code. */
const CAR_STATES = [
  'ASLEEP',
  'CHARGE_FAULT',
  'CHARGING_IN_PROGRESS',
  'CHARGING_PLUG_CONNECTED',
  'CHARGING_PLUG_NOT_CONNECTED',
  'DOOR_OPEN',
  'FULLY_CHARGED',
  'HOOD_OPEN',
  'IGNITION_ON',
  'IN_MOTION',
  'LOW_BATTERY',
  'NOT_CHARGING',
  'REMOTE_ACCESS_DISABLED',
  'TRUNK_OPEN',
  'UNREACHABLE',
  'VEHICLE_OFFLINE_FOR_SERVICE',
] as const;

/** Other answers that say more than their reason does. */
const SPECIAL = {
  'BILLING:VEHICLE_REQUEST_LIMIT': 'callsUsedUp',
  'BILLING:VEHICLE_LIMIT': 'vehicleLimit',
  'BILLING:ACCOUNT_SUSPENDED': 'suspended',
  'CONNECTED_SERVICES_ACCOUNT:VIRTUAL_KEY_REQUIRED': 'virtualKey',
  'CONNECTED_SERVICES_ACCOUNT:SUBSCRIPTION': 'subscription',
  'UPSTREAM:RATE_LIMIT': 'makerLimit',
  'RATE_LIMIT:VEHICLE': 'vehicleTooOften',
} as const;

const isSpecial = (code: string): code is keyof typeof SPECIAL => code in SPECIAL;

/** Why a command was not carried out, in one sentence. */
export function problemText(
  t: TFunction,
  { reason, code }: Pick<CommandProblem, 'reason' | 'code'>,
): string {
  if (code !== null && isSpecial(code)) return t(`command.special.${SPECIAL[code]}`);
  const [type, detail] = code?.split(':') ?? [];
  const state = type === 'VEHICLE_STATE' ? CAR_STATES.find((one) => one === detail) : undefined;
  if (state) return t(`command.carState.${state}`);
  if (type === 'UPSTREAM') return t('command.special.maker');
  return t(`command.problem.${reason}`);
}
