import type { Budget } from '../../../contract/budget.ts';
import {
  fleetRule,
  type Night,
  type NightHours,
  nextRead,
  nightAt,
  type RefreshRule,
} from '../../../contract/refreshRules.ts';

const HOUR_MS = 60 * 60_000;

/** The rules of fleet and groups, made quick for thousands of vehicles. `now` is in ms since the epoch. */
export interface Rules {
  /** Whether the rule has its turn for a vehicle of this group that was read then. */
  isDue(group: string | null, refreshedAt: number | null, now: number): boolean;
  /** What failed is not tried again before so many milliseconds, although its values stay old. */
  pauseMs(group: string | null): number;
  /** Whether vehicles of this group are read only when a person asks. */
  isOff(group: string | null): boolean;
  /** When reads that nobody asked for may begin, where that is only at night and it is day. */
  notBefore(group: string | null, now: number): number | null;
}

interface KnownNight extends Night {
  readonly since: number;
}

export function createRules(budget: () => Budget): Rules {
  let from: Budget | null = null;
  let fleet: RefreshRule = { kind: 'off' };
  let groups = new Map<string, RefreshRule>();
  const nights = new Map<NightHours, KnownNight>();

  /** Budgets are never changed, only replaced. */
  function ruleOf(group: string | null): RefreshRule {
    const current = budget();
    if (current !== from) {
      from = current;
      fleet = fleetRule(current);
      groups = new Map(current.groupRules.map((own) => [own.group, own.rule]));
      nights.clear();
    }
    return (group === null ? undefined : groups.get(group)) ?? fleet;
  }

  /** The night stays the same until it ends, unless somebody sets the clock back. */
  function night(hours: NightHours, now: number): Night {
    const known = nights.get(hours);
    if (known && now >= known.since && now < known.end) return known;
    const found = { ...nightAt(hours, now), since: now };
    nights.set(hours, found);
    return found;
  }

  return {
    isOff: (group) => ruleOf(group).kind === 'off',

    notBefore(group, now) {
      const rule = ruleOf(group);
      if (rule.kind !== 'night') return null;
      const { start } = night(rule.hours, now);
      return start > now ? start : null;
    },

    isDue(group, refreshedAt, now) {
      const rule = ruleOf(group);
      if (rule.kind === 'night') {
        const { start, end } = night(rule.hours, now);
        return start <= now && (refreshedAt === null || refreshedAt < start || refreshedAt >= end);
      }
      const due = nextRead(rule, refreshedAt, now);
      return due !== null && due <= now;
    },

    pauseMs(group) {
      const rule = ruleOf(group);
      return rule.kind === 'every' ? Math.min(rule.hours * HOUR_MS, HOUR_MS) : HOUR_MS;
    },
  };
}
