import type { TFunction } from 'i18next';
import type { CallRecord } from '../../../contract/callLog.ts';
import { READING_KINDS, type ReadingKind } from '../../../contract/readings.ts';
import { listText } from '../../format/list.ts';

/** How a call ended, as a key of the catalogue's `log.result`. */
export type CallResult =
  | 'answered'
  | 'noAnswer'
  | 'signIn'
  | 'notGranted'
  | 'carCannot'
  | 'notInPlan'
  | 'tooOften'
  | 'carState'
  | 'owner'
  | 'maker'
  | 'refused';

const BY_TYPE: Readonly<Record<string, CallResult>> = {
  AUTHENTICATION: 'signIn',
  PERMISSION: 'notGranted',
  COMPATIBILITY: 'carCannot',
  BILLING: 'notInPlan',
  RATE_LIMIT: 'tooOften',
  VEHICLE_STATE: 'carState',
  CONNECTED_SERVICES_ACCOUNT: 'owner',
  UPSTREAM: 'maker',
};

/** What a call's status and code say. A batch that was answered may still hold refusals of single values. */
export function callResult({ status, code }: Pick<CallRecord, 'status' | 'code'>): CallResult {
  const [type = ''] = code?.split(':') ?? [];
  const byType = BY_TYPE[type];
  if (byType) return byType;
  if (status === null) return 'noAnswer';
  return status < 400 ? 'answered' : 'refused';
}

/** The paths that are a value of ours. */
const KIND_OF_PATH: Readonly<Record<string, ReadingKind>> = {
  '/odometer': 'odometer',
  '/fuel': 'fuel',
  '/battery': 'battery',
  '/charge': 'charge',
  '/location': 'location',
  '/tires/pressure': 'tires',
  '/engine/oil': 'engineOil',
  '/security': 'security',
};

/** Paths that say what the car is. */
const IDENTITY_PATHS: Readonly<Record<string, 'model' | 'vin'>> = { '/': 'model', '/vin': 'vin' };

/** What was asked for, in words; a path that we do not know stays as it is. */
export function itemsText(t: TFunction, items: readonly string[]): string {
  const kinds = items.map((item) => KIND_OF_PATH[item]);
  const isAll = READING_KINDS.every((kind) => kinds.includes(kind));
  const values = isAll
    ? [t('log.allValues')]
    : kinds.flatMap((kind) => (kind ? [t(`reading.${kind}`)] : []));
  const others = items.flatMap((item) => {
    if (KIND_OF_PATH[item]) return [];
    const identity = IDENTITY_PATHS[item];
    return [identity ? t(`log.${identity}`) : item];
  });
  return listText([...values, ...others]);
}
