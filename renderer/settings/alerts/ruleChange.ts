import {
  ALERT_LIMITS,
  type AlertKind,
  type AlertRule,
  type AlertSettings,
  isRuleFor,
} from '../../../contract/alerts.ts';
import { sizeOf, unitOf } from '../../format/units.ts';
import type { NumberRange } from '../budgetChange.ts';

/** Rules with a number to choose; ended access has none. */
export type MeasuredKind = Exclude<AlertKind, 'accessEnded'>;

/** How a kind's field writes its numbers. */
interface Scale {
  /** How many of its own units make one of the rule's: fractions are typed as percent. */
  readonly steps: number;
  readonly digits: number;
}

const WHOLE: Scale = { steps: 1, digits: 0 };
const PERCENT: Scale = { steps: 100, digits: 0 };

/** Finer than pressures are shown elsewhere: a tenth of a bar is much for a threshold. */
const PRESSURE_DIGITS = { kPa: 0, bar: 2, psi: 1 } as const;

function scaleOf(kind: MeasuredKind): Scale {
  if (kind === 'stale') return WHOLE;
  if (kind !== 'lowTire') return PERCENT;
  const unit = unitOf('pressure');
  return { steps: 1 / sizeOf('pressure'), digits: PRESSURE_DIGITS[unit] };
}

function rounded(value: number, digits: number, round = Math.round): number {
  const factor = 10 ** digits;
  return round(Number((value * factor).toFixed(6))) / factor;
}

/** A threshold or margin as it stands in its field, pressures in the unit of the person's choice. */
export function toField(kind: MeasuredKind, amount: number): number {
  const { steps, digits } = scaleOf(kind);
  return rounded(amount * steps, digits);
}

/** What was typed in the rule's own unit, unrounded, so that the field shows the same number again. */
export function fromField(kind: MeasuredKind, typed: number): number {
  return Number((typed / scaleOf(kind).steps).toFixed(6));
}

/** The numbers of a field that lie between these of the rule. */
function rangeOf(kind: MeasuredKind, least: number, most: number): NumberRange {
  const { steps, digits } = scaleOf(kind);
  return {
    least: rounded(least * steps, digits, Math.ceil),
    most: rounded(most * steps, digits, Math.floor),
    isWhole: digits === 0,
  };
}

export function thresholdRange(kind: MeasuredKind): NumberRange {
  const { least, most } = ALERT_LIMITS[kind];
  return rangeOf(kind, least, most);
}

/** The margin may not go past what there is: 100 % of a battery, no hours of an age. */
export function marginRange(kind: MeasuredKind, { threshold }: AlertRule): NumberRange {
  const { widest } = ALERT_LIMITS[kind];
  const room = kind === 'stale' ? threshold : kind === 'lowTire' ? widest : 1 - threshold;
  return rangeOf(kind, 0, Math.min(widest, room));
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
