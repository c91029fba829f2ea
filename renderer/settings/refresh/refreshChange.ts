import type { Budget } from '../../../contract/budget.ts';
import {
  DEFAULT_NIGHT,
  type NightHours,
  ownRule,
  type RefreshRule,
} from '../../../contract/refreshRules.ts';

/** The part of the budget that says when vehicles are read by themselves. */
export type RefreshPart = Pick<
  Budget,
  'refreshEveryHours' | 'nightHours' | 'groupRules' | 'monthReserve'
>;

export function refreshPart(budget: Budget): RefreshPart {
  const { refreshEveryHours, nightHours, groupRules, monthReserve } = budget;
  return { refreshEveryHours, nightHours, groupRules, monthReserve };
}

/** What a choice of the list stands for besides a number of hours. */
export const OFF = 'off';
export const NIGHT = 'night';
export const FLEET = 'fleet';

/** The choice of the list that a rule is; `null`: as the fleet. */
export function choiceOf(rule: RefreshRule | null): string {
  if (rule === null) return FLEET;
  return rule.kind === 'every' ? String(rule.hours) : rule.kind;
}

/** The rule that a choice of the list stands for; at night by the hours so far, where there are some. */
export function ruleFrom(choice: string, hours: NightHours | null): RefreshRule | null {
  switch (choice) {
    case FLEET:
      return null;
    case OFF:
      return { kind: 'off' };
    case NIGHT:
      return { kind: 'night', hours: hours ?? DEFAULT_NIGHT };
    default:
      return { kind: 'every', hours: Number(choice) };
  }
}

/** The night's hours of a rule, where it has some. */
export function hoursOf(rule: RefreshRule | null): NightHours | null {
  return rule?.kind === 'night' ? rule.hours : null;
}

/** What changes when the whole fleet gets this rule; hours come back after a time of nights. */
export function withFleetRule(rule: RefreshRule): Partial<RefreshPart> {
  switch (rule.kind) {
    case 'off':
      return { refreshEveryHours: null, nightHours: null };
    case 'every':
      return { refreshEveryHours: rule.hours, nightHours: null };
    case 'night':
      return { nightHours: rule.hours };
  }
}

/** What changes when a group gets a rule of its own, or loses it. */
export function withGroupRule(
  part: RefreshPart,
  group: string,
  rule: RefreshRule | null,
): Pick<RefreshPart, 'groupRules'> {
  const isThere = ownRule(part, group) !== null;
  if (rule === null) return { groupRules: part.groupRules.filter((own) => own.group !== group) };
  if (!isThere) return { groupRules: [...part.groupRules, { group, rule }] };
  return {
    groupRules: part.groupRules.map((own) => (own.group === group ? { group, rule } : own)),
  };
}
