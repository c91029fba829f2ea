import * as z from 'zod';
import { type Application, MODES } from '../../contract/application.ts';

const applicationSchema = z.union([
  z.strictObject({ kind: z.literal('simulated') }),
  z.strictObject({
    kind: z.literal('own'),
    clientId: z.string(),
    redirectUri: z.string(),
    mode: z.enum(MODES),
  }),
]) satisfies z.ZodType<Application>;

/** What is remembered of a connection outside the keychain. Nothing in it is secret. */
const connectionSchema = z.object({
  id: z.string().min(1),
  /** `applicationKey` of the application that it was made with. */
  application: z.string().min(1),
  createdAt: z.string(),
});
export type ConnectionRecord = z.infer<typeof connectionSchema>;

export const settingsSchema = z.object({
  application: applicationSchema.nullable(),
  connections: z.array(connectionSchema),
  /** Keychain accounts that should exist; see `ExpectedEntries`. */
  expectedSecrets: z.array(z.string()),
  window: z.object({
    width: z.number().int().min(1).max(100_000),
    height: z.number().int().min(1).max(100_000),
    maximized: z.boolean(),
  }),
});
export type SettingsData = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: SettingsData = {
  application: null,
  connections: [],
  expectedSecrets: [],
  window: { width: 1280, height: 800, maximized: false },
};

/** By which connections and vehicles are told apart when applications are switched. */
export function applicationKey(application: Application): string {
  return application.kind === 'simulated' ? 'simulated' : application.clientId.toLowerCase();
}
