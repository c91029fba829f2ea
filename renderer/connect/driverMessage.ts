import type { TFunction } from 'i18next';
import type { ConnectPurpose } from '../../contract/connect.ts';
import type { Permission } from '../../contract/permissions.ts';
import type { MessageKind } from './outcomeAction.ts';

/** What an attempt asked for; empty where the application's own set at Smartcar was asked for. */
export function askedPermissions(purpose: ConnectPurpose): readonly Permission[] {
  if (purpose.kind === 'reauthenticate') return [];
  return (purpose.options.permissions ?? []).map(({ permission }) => permission);
}

/** A text for the driver, ready to be sent by whatever means a company uses. */
export function driverMessage(t: TFunction, kind: MessageKind, purpose: ConnectPurpose): string {
  if (kind !== 'access_denied') return t(`outcome.message.${kind}`);
  const asked = askedPermissions(purpose);
  if (asked.length === 0) return t('outcome.message.access_denied_application');
  const permissions = asked
    .map((one) => `– ${t(`permission.${one}`)}: ${t(`permission.meaning.${one}`)}`)
    .join('\n');
  return t('outcome.message.access_denied', { permissions });
}
