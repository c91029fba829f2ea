import i18next, { type TFunction } from 'i18next';
import type { ActivityEntry, ActivityResult } from '../../../contract/activity.ts';
import { formatCount } from '../../format/amount.ts';
import { andText } from '../../format/list.ts';

const EVENTS = 'diagnostics.activity.event';

/** Fixed words that entries hold as a list, e.g. which labels were changed. */
function fieldNames(t: TFunction, fields: string): string {
  return andText(
    fields.split(',').map((field) => {
      const key = `diagnostics.activity.fields.${field}`;
      return i18next.exists(key) ? t(key as never) : field;
    }),
  );
}

/** What happened, in words. A newer version's events, which have none here, are told by their name. */
export function eventWords(t: TFunction, { event, facts }: ActivityEntry): string {
  const [about = '', what = 'vehicle'] = event.split('.');
  const key = `diagnostics.activity.event.${about}.${what}`;
  if (!i18next.exists(key)) return event;
  const { fields } = facts;
  const said = typeof fields === 'string' ? { fields: fieldNames(t, fields) } : {};
  return t(key as never, { ...facts, ...said });
}

function leaves(tree: object, path = ''): [name: string, words: string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  );
}

/** Names of the events whose words hold a text. */
export function eventsWith(t: TFunction, text: string): string[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const tree = t(EVENTS, { returnObjects: true }) as object;
  return leaves(tree)
    .filter(([, words]) => words.toLowerCase().includes(wanted))
    .map(([name]) => (name === 'disconnect.vehicle' ? 'disconnect' : name));
}

/** Whom it was about: the one vehicle by its name, several by their number. */
export function vehicleWords(t: TFunction, entry: ActivityEntry): string {
  const { vehicles, vehicleName } = entry;
  if (vehicles === 0) return '';
  if (vehicles === 1 && vehicleName !== null) return vehicleName;
  return t('diagnostics.activity.vehicles', { count: vehicles, value: formatCount(vehicles) });
}

export function resultWords(t: TFunction, result: ActivityResult): string {
  return t(`diagnostics.activity.result.${result}`);
}

/** How many vehicles took a command, where there were several. */
export function countWords(t: TFunction, { facts, vehicles }: ActivityEntry): string | null {
  const { accepted, failed, cancelled } = facts;
  if (vehicles < 2 || accepted === undefined) return null;
  return t('diagnostics.activity.counts', { accepted, failed, cancelled });
}
