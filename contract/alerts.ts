import * as z from 'zod';
import { timeOfDaySchema } from './timeOfDay.ts';

/** What rules can watch, in the order in which the screens show it. */
export const ALERT_KINDS = ['accessEnded', 'lowBattery', 'lowFuel', 'lowTire', 'stale'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** Where a tyre is; each has an alert of its own. */
export const TIRES = ['frontLeft', 'frontRight', 'backLeft', 'backRight'] as const;
export type Tire = (typeof TIRES)[number];

/** What a threshold may be: fractions of full, kilopascals, hours; ended access has none. */
export const ALERT_LIMITS: Readonly<
  Record<AlertKind, { readonly least: number; readonly most: number; readonly widest: number }>
> = {
  accessEnded: { least: 0, most: 0, widest: 0 },
  lowBattery: { least: 0.01, most: 0.95, widest: 0.5 },
  lowFuel: { least: 0.01, most: 0.95, widest: 0.5 },
  lowTire: { least: 100, most: 900, widest: 100 },
  stale: { least: 1, most: 2160, widest: 720 },
};

const ruleSchema = z.strictObject({
  on: z.boolean(),
  /** Low values fire below it, an age from it on. See `ALERT_LIMITS` for the units. */
  threshold: z.number(),
  /** How far a value has to come back past the threshold before the rule can fire again. */
  hysteresis: z.number().min(0),
});
export type AlertRule = z.infer<typeof ruleSchema>;

/** Whether a rule's numbers are ones that its kind can have. */
export function isRuleFor(kind: AlertKind, { threshold, hysteresis }: AlertRule): boolean {
  const { least, most, widest } = ALERT_LIMITS[kind];
  return threshold >= least && threshold <= most && hysteresis <= widest;
}

const ruleOf = (kind: AlertKind) => ruleSchema.refine((rule) => isRuleFor(kind, rule));

const groupRuleSchema = z
  .strictObject({
    group: z.string().min(1).max(200),
    kind: z.enum(ALERT_KINDS),
    rule: ruleSchema,
  })
  .refine(({ kind, rule }) => isRuleFor(kind, rule));
/** A rule that takes the place of the fleet's in one group. */
export type GroupRule = z.infer<typeof groupRuleSchema>;

export const alertSettingsSchema = z.strictObject({
  rules: z.strictObject({
    accessEnded: ruleOf('accessEnded'),
    lowBattery: ruleOf('lowBattery'),
    lowFuel: ruleOf('lowFuel'),
    lowTire: ruleOf('lowTire'),
    stale: ruleOf('stale'),
  } satisfies Record<AlertKind, z.ZodType>),
  groups: z.array(groupRuleSchema).max(1_000).readonly(),
  /** Whether the desktop tells of alerts while the window is not in front. */
  notify: z.boolean(),
  quiet: z.strictObject({
    on: z.boolean(),
    from: timeOfDaySchema,
    /** Earlier than `from`: on the next day. */
    until: timeOfDaySchema,
    /** The days on which it begins; Sunday is 0. */
    days: z.array(z.number().int().min(0).max(6)).max(7).readonly(),
  }),
});
export type AlertSettings = z.infer<typeof alertSettingsSchema>;
export type QuietHours = AlertSettings['quiet'];

export const DEFAULT_ALERT_SETTINGS: AlertSettings = {
  rules: {
    accessEnded: { on: true, threshold: 0, hysteresis: 0 },
    lowBattery: { on: true, threshold: 0.2, hysteresis: 0.05 },
    lowFuel: { on: true, threshold: 0.1, hysteresis: 0.05 },
    lowTire: { on: true, threshold: 190, hysteresis: 10 },
    stale: { on: true, threshold: 72, hysteresis: 24 },
  },
  groups: [],
  notify: false,
  quiet: { on: true, from: '20:00', until: '07:00', days: [0, 1, 2, 3, 4, 5, 6] },
};

/** The rule that holds for a vehicle of this group. */
export function ruleFor(settings: AlertSettings, kind: AlertKind, group: string | null): AlertRule {
  const own = settings.groups.find((one) => one.kind === kind && one.group === group);
  return own?.rule ?? settings.rules[kind];
}

/** Something that a rule found, for as long as it lasts. */
export interface Alert {
  readonly vehicleId: string;
  readonly kind: AlertKind;
  readonly tire: Tire | null;
  /** ISO 8601. */
  readonly since: string;
  /** What was measured when it was found, in the unit of the threshold; `null` where there is none. */
  readonly value: number | null;
  /** Somebody said that they know. What was so before a rule looked for it counts as seen. */
  readonly seen: boolean;
}

/** The ids of all vehicles that each kind of rule found. */
export type AlertedVehicles = Readonly<Record<AlertKind, readonly string[]>>;

/** All alerts that last; of very many only the newest are listed. */
export interface AlertList {
  /** Not seen ones first, then the newest. */
  readonly alerts: readonly Alert[];
  readonly total: number;
  readonly unseen: number;
  /** Whom the alerts are about, those that are not listed among them. */
  readonly found: AlertedVehicles;
}
