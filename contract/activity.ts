import * as z from 'zod';

/** What an entry is about; people filter by it. */
export const ACTIVITY_KINDS = [
  'connect',
  'grant',
  'reconnect',
  'disconnect',
  'command',
  'label',
  'pause',
  'settings',
  'application',
  'failure',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** How it ended, where it can end in more than one way. */
export type ActivityResult = 'done' | 'partly' | 'failed';

/**
 * One thing that happened. Never holds tokens, VINs, positions or the text of notes: `event` names what
 * happened by a fixed word, `facts` says more in numbers and fixed words.
 */
export interface ActivityEntry {
  readonly id: number;
  /** ISO 8601. */
  readonly at: string;
  readonly kind: ActivityKind;
  readonly event: string;
  readonly result: ActivityResult;
  /** The name under which the person is signed in to this computer; `null`: Motorpool by itself. */
  readonly by: string | null;
  readonly vehicleIds: readonly string[];
  /** How many vehicles it was about; `vehicleIds` names the first of them only. */
  readonly vehicles: number;
  /** What the vehicle was called then, where it was about one. */
  readonly vehicleName: string | null;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Names the first vehicles of an entry, enough to open one. */
export const NAMED_VEHICLES = 3;

export const activityFilterSchema = z.strictObject({
  kind: z.enum(ACTIVITY_KINDS).nullable(),
  by: z.string().max(200).nullable(),
  vehicleId: z.string().min(1).max(100).nullable(),
  /** Looked for in the person and the vehicle's name; `events` are those whose words hold it. */
  text: z.string().max(200),
  events: z.array(z.string().max(60)).max(200),
});
export type ActivityFilter = z.infer<typeof activityFilterSchema>;

/** Newest first. */
export interface ActivityPage {
  readonly entries: readonly ActivityEntry[];
  /** Pass as `before` for the next page; `null` where there is none. */
  readonly next: number | null;
  /** Everybody who is named anywhere in the activity. */
  readonly people: readonly string[];
}
