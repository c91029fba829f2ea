import {
  ALERT_LIMITS,
  type AlertKind,
  type AlertRule,
  type AlertSettings,
  isRuleFor,
} from '../../../contract/alerts.ts';
import type { NumberRange } from '../budgetChange.ts';

/** Rules with a number to choose; ended access has none. */
export type MeasuredKind = Exclude<AlertKind, 'accessEnded'>;

/** How many steps of its field make one unit of the threshold: fractions are typed as percent. */
const STEPS: Readonly<Record<MeasuredKind, number>> = {
  lowBattery: 100,
  lowFuel: 100,
  lowTire: 1,
  stale: 1,
};

/** A threshold or margin as it stands in its field. */
export function toField(kind: MeasuredKind, amount: number): number {
  return Math.round(amount * STEPS[kind]);
}

export function fromField(kind: MeasuredKind, typed: number): number {
  return typed / STEPS[kind];
}

export function thresholdRange(kind: MeasuredKind): NumberRange {
  const { least, most } = ALERT_LIMITS[kind];
  return { least: toField(kind, least), most: toField(kind, most), isWhole: true };
}

/** The margin may not go past what there is: 100 % of a battery, no hours of an age. */
export function marginRange(kind: MeasuredKind, { threshold }: AlertRule): NumberRange {
  const { widest } = ALERT_LIMITS[kind];
  const room = kind === 'stale' ? threshold : kind === 'lowTire' ? widest : 1 - threshold;
  return { least: 0, most: toField(kind, Math.min(widest, room)), isWhole: true };
}

/** Where an alert ends, in the unit of the field. */
export function endOf(kind: MeasuredKind, { threshold, hysteresis }: AlertRule): number {
  if (kind === 'stale') return Math.max(1, toField(kind, threshold - hysteresis));
  return toField(kind, threshold + hysteresis);
}

/** A rule with another threshold; a margin that no longer fits becomes smaller. */
export function withThreshold(kind: MeasuredKind, rule: AlertRule, threshold: number): AlertRule {
  const next = { ...rule, threshold };
  const most = fromField(kind, marginRange(kind, next).most);
  return { ...next, hysteresis: Math.min(next.hysteresis, most) };
}

/** The rule of a group, `null` where the fleet's holds there. */
export function ownRule(settings: AlertSettings, kind: AlertKind, group: string): AlertRule | null {
  return settings.groups.find((one) => one.kind === kind && one.group === group)?.rule ?? null;
}

/** Settings with another rule for the fleet (`group` is `null`) or one group; `null` ends the group's own. */
export function withRule(
  settings: AlertSettings,
  kind: AlertKind,
  group: string | null,
  rule: AlertRule | null,
): Pick<AlertSettings, 'rules' | 'groups'> {
  const { rules, groups } = settings;
  if (rule && !isRuleFor(kind, rule)) return { rules, groups };
  if (group === null) return { rules: rule ? { ...rules, [kind]: rule } : rules, groups };
  const rest = groups.filter((one) => one.kind !== kind || one.group !== group);
  return { rules, groups: rule ? [...rest, { group, kind, rule }] : rest };
}
