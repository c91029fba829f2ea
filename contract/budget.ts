import * as z from 'zod';
import { groupRuleSchema, nightHoursSchema, refreshHoursSchema } from './refreshRules.ts';

/**
 * How many calls Motorpool may make. Smartcar's defaults: a bucket of 120 requests per application that
 * refills by 2 per minute (Smartcar documentation, "API limits").
 */
export const budgetSchema = z.strictObject({
  /** Requests that may be made at once when none was made for long. */
  capacity: z.number().int().min(1).max(100_000),
  refillPerMinute: z.number().min(0.1).max(100_000),
  /** Calls per vehicle and month (UTC) in the Smartcar plan; `null` where it has no such limit. */
  callsPerVehiclePerMonth: z.number().int().min(1).max(1_000_000).nullable(),
  /** The part of the bucket (0 to 0.9) that reads nobody asked for leave to people. */
  reserve: z.number().min(0).max(0.9),
  /** Hours after which a vehicle is read by itself; `null`: only when a person asks. */
  refreshEveryHours: refreshHoursSchema.nullable(),
  /** See `RefreshRules`. */
  nightHours: nightHoursSchema.nullable().default(null),
  groupRules: z.array(groupRuleSchema).max(1_000).readonly().default([]),
  /** The part of a vehicle's calls of the month (0 to 0.9) that reads nobody asked for leave to people. */
  monthReserve: z.number().min(0).max(0.9).default(0),
});
export type Budget = z.infer<typeof budgetSchema>;

export const DEFAULT_BUDGET: Budget = {
  capacity: 120,
  refillPerMinute: 2,
  callsPerVehiclePerMonth: null,
  reserve: 0.1,
  refreshEveryHours: 12,
  nightHours: null,
  groupRules: [],
  monthReserve: 0,
};

/** What is left of the budget at `at`; times are ISO 8601. */
export interface BudgetState {
  readonly at: string;
  readonly capacity: number;
  readonly refillPerMinute: number;
  /** Whole requests that could be made now. */
  readonly calls: number;
  /** When the next request can be made, where none can be made now. */
  readonly nextAt: string | null;
  /** When the bucket is full again; `null` where it is. */
  readonly fullAt: string | null;
  /** True after Smartcar said that the application asked too often, until `nextAt`. */
  readonly throttled: boolean;
  readonly month: {
    readonly limitPerVehicle: number | null;
    /** Calls of all vehicles of this application in this month. */
    readonly calls: number;
    /** Vehicles whose calls of this month are used up. */
    readonly usedUp: number;
    /** When the next month begins (UTC). */
    readonly resetsAt: string;
  };
  /** What Smartcar refused for the plan's sake (430), until something works again. */
  readonly plan: PlanRefusal | null;
}

export interface PlanRefusal {
  readonly code: 'VEHICLE_LIMIT' | 'VEHICLE_REQUEST_LIMIT' | 'INVALID_PLAN' | 'ACCOUNT_SUSPENDED';
  readonly since: string;
  readonly vehicles: number;
}
