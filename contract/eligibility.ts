import * as z from 'zod';
import { PERMISSIONS } from './permissions.ts';

/** How many VINs one request may bring; longer lists are asked for in pieces. */
export const ELIGIBILITY_BATCH = 20;

/** Why Smartcar, or we ourselves, expect what `likelihood` says. */
export type EligibilityReason =
  /** Smartcar's compatibility check said so. */
  | 'checked'
  /** The brand has models of that year in Smartcar's matrix of the region; no single car was checked. */
  | 'brand_in_matrix'
  | 'vehicle_not_compatible'
  | 'make_not_compatible'
  /** The matrix of the region has no model of that brand and year. */
  | 'not_in_matrix'
  /** Only Smartcar's phone SDKs can connect this brand. */
  | 'phone_only'
  /** Too short, wrong characters or a wrong check digit: there is no such car. */
  | 'vin_invalid'
  /** The VIN does not say which brand it is, so the matrix does not help. */
  | 'brand_unknown'
  /** Smartcar serves nobody in that country. */
  | 'country_not_served'
  /** Smartcar or the backend could not be asked; see `problem`. */
  | 'not_checked';

/** What can be expected of a car before its owner is asked. Never a promise, never a reason to block. */
export interface EligibilityReport {
  readonly vin: string;
  readonly checkDigit: 'right' | 'wrong' | 'not_used' | null;
  /** Smartcar's brand code; `null` where the VIN does not say. */
  readonly make: string | null;
  readonly year: number | null;
  readonly likelihood: 'likely' | 'unlikely' | 'unknown';
  readonly reason: EligibilityReason;
  /** Of the permissions asked about: those the car can give, and those it cannot. Empty: not told. */
  readonly capable: readonly string[];
  readonly missing: readonly string[];
}

/** Why no answer of Smartcar's could be had for a whole request; the reports are decoded locally. */
export type EligibilityProblem =
  | 'offline'
  /** The compatibility endpoint is part of Smartcar's larger plans. */
  | 'not_in_plan'
  | 'credentials_refused'
  | 'secret_unavailable'
  | 'too_often'
  /** The application's budget of requests is used up for now. */
  | 'budget_used'
  | 'failed';

export interface EligibilityAnswer {
  readonly reports: readonly EligibilityReport[];
  /** `null` where every car that needed it was checked. */
  readonly problem: EligibilityProblem | null;
}

const vin = z.string().max(60);

export const eligibilityRequestSchema = z.strictObject({
  vins: z.array(vin).min(1).max(ELIGIBILITY_BATCH),
  permissions: z.array(z.enum(PERMISSIONS)).min(1).max(PERMISSIONS.length).readonly(),
  /** ISO 3166-1 alpha-2 of where the cars are registered. */
  country: z.string().regex(/^[A-Z]{2}$/),
});
export type EligibilityRequest = z.output<typeof eligibilityRequestSchema>;

/** One VIN stands for all cars of its brand and year; a brand has fewer than so many. */
export const MODELS_BATCH = 100;

/** The same by Smartcar's lists of models alone, where no single car is asked about. */
export const eligibilityModelsSchema = eligibilityRequestSchema.extend({
  vins: z.array(vin).min(1).max(MODELS_BATCH),
});
