import * as z from 'zod';
import { timeOfDaySchema, timeOn } from './timeOfDay.ts';

const HOUR_MS = 60 * 60_000;

/** Between which hours of the night vehicles are read; the same time twice means the whole day. */
export const nightHoursSchema = z.strictObject({ from: timeOfDaySchema, until: timeOfDaySchema });
export type NightHours = z.infer<typeof nightHoursSchema>;

export const DEFAULT_NIGHT: NightHours = { from: '22:00', until: '06:00' };

export const refreshHoursSchema = z
  .number()
  .min(0.25)
  .max(24 * 31);

/**
 * When vehicles are read by themselves. `off`: only when a person asks. `every`: once their values are so
 * many hours old. `night`: once each night, between its hours. What a person asks for is read at any time.
 */
const refreshRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('off') }),
  z.strictObject({ kind: z.literal('every'), hours: refreshHoursSchema }),
  z.strictObject({ kind: z.literal('night'), hours: nightHoursSchema }),
]);
export type RefreshRule = z.infer<typeof refreshRuleSchema>;

/** A rule of a group's own; groups without one go by the fleet's. */
export const groupRuleSchema = z.strictObject({
  group: z.string().min(1).max(200),
  rule: refreshRuleSchema,
});
export type GroupRule = z.infer<typeof groupRuleSchema>;

/** Where the rules stand in a budget. */
export interface RefreshRules {
  /** Of the fleet; `null`: only when a person asks. */
  readonly refreshEveryHours: number | null;
  /** Of the fleet, in place of `refreshEveryHours` where it is set. */
  readonly nightHours: NightHours | null;
  readonly groupRules: readonly GroupRule[];
}

const OFF: RefreshRule = { kind: 'off' };

export function fleetRule({
  refreshEveryHours,
  nightHours,
}: Pick<RefreshRules, 'refreshEveryHours' | 'nightHours'>): RefreshRule {
  if (nightHours) return { kind: 'night', hours: nightHours };
  return refreshEveryHours === null ? OFF : { kind: 'every', hours: refreshEveryHours };
}

/** The rule that a group has of its own; `null` where it goes by the fleet's. */
export function ownRule(rules: RefreshRules, group: string | null): RefreshRule | null {
  return rules.groupRules.find((own) => own.group === group)?.rule ?? null;
}

/** The rule by which the vehicles of a group are read; `null`: those without a group. */
export function ruleOf(rules: RefreshRules, group: string | null): RefreshRule {
  return ownRule(rules, group) ?? fleetRule(rules);
}

/** How old values grow by a rule, in hours; `null` where nothing is read by itself. */
function hoursOf(rule: RefreshRule): number | null {
  switch (rule.kind) {
    case 'off':
      return null;
    case 'every':
      return rule.hours;
    case 'night':
      return 24;
  }
}

/** The same by the fleet's rule. */
export function fleetHours(
  rules: Pick<RefreshRules, 'refreshEveryHours' | 'nightHours'>,
): number | null {
  return hoursOf(fleetRule(rules));
}

/** The same for the vehicles of a group; `null` as a group: for those without one. */
export function groupHours(rules: RefreshRules, group: string | null): number | null {
  return hoursOf(ruleOf(rules, group));
}

/** Milliseconds since the epoch. */
export interface Night {
  readonly start: number;
  readonly end: number;
}

/**
 * The night that is now, else the next one, by the clocks on the wall. A night whose hours fall out because
 * clocks are set forward is left out; where they are set back, it lasts an hour longer.
 */
export function nightAt({ from, until }: NightHours, now: number): Night {
  const moment = new Date(now);
  const lasts = until <= from ? 1 : 0;
  for (let day = -1; ; day += 1) {
    const start = timeOn(moment, day, from).getTime();
    const end = timeOn(moment, day + lasts, until).getTime();
    if (end > now && end > start) return { start, end };
  }
}

/**
 * When a vehicle that was read then has its turn by a rule: not after `now` where it has it already, `null`
 * where it never does. A read in the future is as good as none: the clock was ahead then.
 */
export function nextRead(
  rule: RefreshRule,
  refreshedAt: number | null,
  now: number,
): number | null {
  switch (rule.kind) {
    case 'off':
      return null;
    case 'every': {
      const interval = rule.hours * HOUR_MS;
      if (refreshedAt === null || refreshedAt - now >= interval) return now;
      return refreshedAt + interval;
    }
    case 'night': {
      const { start, end } = nightAt(rule.hours, now);
      const isRead = refreshedAt !== null && refreshedAt >= start && refreshedAt < end;
      return isRead ? nightAt(rule.hours, end).start : start;
    }
  }
}
