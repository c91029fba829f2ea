import * as z from 'zod';
import { activityFilterSchema } from './activity.ts';
import { alertSettingsSchema } from './alerts.ts';
import { appearanceSchema } from './appearance.ts';
import { applicationFormSchema, backendFormSchema, type HelpLink } from './application.ts';
import { budgetSchema } from './budget.ts';
import type { RequestName } from './channels.ts';
import { commandSchema } from './commands.ts';
import { connectOptionsSchema } from './connectOptions.ts';
import { importChoiceSchema, keepSchema } from './data.ts';
import { desktopSchema } from './desktop.ts';
import { eligibilityModelsSchema, eligibilityRequestSchema } from './eligibility.ts';
import { FIRST_SCREENS } from './firstScreen.ts';
import { passphraseSchema } from './lock.ts';
import { tilesFormSchema } from './ownMap.ts';
import { presetSettingsSchema } from './ownPresets.ts';
import { privacySchema } from './privacy.ts';
import { profileChangeSchema } from './profiles.ts';
import { newShortcutsSchema } from './shortcuts.ts';
import { tableSettingsSchema } from './tableView.ts';
import { TRANSPORTS } from './transport.ts';
import { TREND_KINDS } from './trends.ts';

const nothing = z.undefined();
const vehicleId = z.string().min(1).max(100);
const vehicleIds = z.array(vehicleId).max(100_000);
const label = z.string().max(200).nullable().optional();
const tags = z.array(z.string().min(1).max(60)).max(50).optional();

const profileId = z.string().min(1).max(100).nullable();

/** What is written to and read from files that a person chooses. */
const fileKind = z.enum(['csv', 'views', 'support']);

/** One schema per request: what main accepts from the renderer. */
export const requestSchemas = {
  /** Asked first of all and answered first: the page's language depends on it. */
  'app.appearance': nothing,
  'app.bootstrap': nothing,
  /** The page hears events from now on; what menus asked of it before is sent then. */
  'app.listening': nothing,
  /** The next start begins with this screen. */
  'app.rememberScreen': z.strictObject({ screen: z.enum(FIRST_SCREENS) }),
  'setup.chooseSimulated': nothing,
  /** Asks Smartcar about what was typed; nothing is kept of it. */
  'setup.checkApplication': applicationFormSchema,
  /** `profileId`: whose details these are; `null`: for a new profile. */
  'setup.saveApplication': z.strictObject({ form: applicationFormSchema, profileId }),
  'setup.saveBackend': z.strictObject({ form: backendFormSchema, profileId }),
  'profiles.use': z.strictObject({ id: profileId.unwrap() }),
  'profiles.change': profileChangeSchema,
  'profiles.loss': z.strictObject({ id: profileId.unwrap() }),
  'profiles.remove': z.strictObject({ id: profileId.unwrap() }),
  'settings.setTransport': z.strictObject({ transport: z.enum(TRANSPORTS) }),
  'settings.setBudget': budgetSchema,
  'settings.setPresets': presetSettingsSchema,
  'settings.setTable': tableSettingsSchema,
  'settings.setAppearance': appearanceSchema,
  'settings.setAlerts': alertSettingsSchema,
  'privacy.set': privacySchema,
  'settings.setDesktop': desktopSchema,
  'settings.setShortcuts': newShortcutsSchema,
  'lock.state': nothing,
  'lock.now': nothing,
  'lock.unlock': z.strictObject({ passphrase: z.string().max(200) }),
  'lock.set': z.strictObject({
    /** The one that there is, if there is one. */
    current: z.string().max(200).nullable(),
    next: passphraseSchema,
  }),
  'lock.remove': z.strictObject({ current: z.string().max(200) }),
  'data.sizes': nothing,
  'data.setKeep': keepSchema,
  'data.clear': z.strictObject({ what: z.enum(['history', 'logs']) }),
  /** Removes everything that is kept on this computer. */
  'data.startAnew': nothing,
  /** `name` is proposed to the person, without folder. */
  'data.export': z.strictObject({ name: z.string().min(1).max(120) }),
  'data.checkImport': nothing,
  'data.import': importChoiceSchema,
  'data.undoImport': nothing,
  /** Ends the export, or the check, that is under way. */
  'data.stop': nothing,
  'map.describe': nothing,
  'map.useBuiltIn': nothing,
  'map.useTiles': tilesFormSchema,
  /** Asks for a file; a page cannot name one. */
  'map.chooseFile': nothing,
  'map.undo': nothing,
  'map.openInBrowser': z.strictObject({
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
  }),
  /** Without ids: the alerts of all vehicles. */
  'alerts.see': z.strictObject({ vehicleIds: vehicleIds.optional() }),
  'connect.start': z.strictObject({
    options: connectOptionsSchema,
    /** For this attempt only; without it the one from the settings. */
    transport: z.enum(TRANSPORTS).optional(),
  }),
  'connect.reconnect': z.strictObject({
    vehicleId,
    /** For this attempt only, as with `connect.start`. */
    transport: z.enum(TRANSPORTS).optional(),
  }),
  'connect.focus': nothing,
  'connect.copyLink': nothing,
  'connect.cancel': nothing,
  'connect.retryExchange': nothing,
  'connect.keepVehicle': nothing,
  'connect.dismiss': nothing,
  'connection.facts': z.strictObject({ vehicleId }),
  'eligibility.check': eligibilityRequestSchema,
  'eligibility.models': eligibilityModelsSchema,
  'imports.page': z.strictObject({
    after: z.number().int().nonnegative(),
    limit: z.number().int().min(1).max(5_000),
  }),
  /** Lines of `packCar`, some hundreds at a time, for the list of this profile, in use or not. */
  'imports.add': z.strictObject({
    profileId: profileId.unwrap(),
    text: z.string().max(10_000_000),
  }),
  /** `null`: the whole list. */
  'imports.remove': z.strictObject({
    vins: z.array(z.string().length(17)).max(1_000).nullable(),
  }),
  'fleet.page': z.strictObject({
    after: vehicleId.nullable(),
    limit: z.number().int().min(1).max(5_000),
  }),
  /** The vehicles at the top of the table, which the next start shows first. */
  'fleet.rememberFirst': z.strictObject({ vehicleIds: z.array(vehicleId).max(100) }),
  /** Without ids: all of them, and the lists of what each connection opens as well. */
  'fleet.refresh': z.strictObject({ vehicleIds: vehicleIds.optional() }),
  'fleet.disconnect': z.strictObject({ vehicleId }),
  'fleet.label': z.strictObject({
    vehicleIds,
    change: z.strictObject({
      name: label,
      plate: label,
      driver: label,
      group: label,
      notes: z.string().max(10_000).nullable().optional(),
      addTags: tags,
      removeTags: tags,
    }),
  }),
  'fleet.pause': z.strictObject({ vehicleIds, paused: z.boolean() }),
  'fleet.calls': z.strictObject({
    vehicleId,
    before: z.number().int().nullable(),
    limit: z.number().int().min(1).max(500),
  }),
  'fleet.commands': z.strictObject({ vehicleId, limit: z.number().int().min(1).max(500) }),
  'fleet.trends': z.strictObject({
    vehicleId,
    kinds: z.array(z.enum(TREND_KINDS)).max(TREND_KINDS.length),
    from: z.iso.datetime(),
  }),
  'fleet.smallLines': z.strictObject({
    vehicleIds: z.array(vehicleId).max(200),
    from: z.iso.datetime(),
  }),
  /** What is next in the queue, first things first. */
  'queue.list': z.strictObject({ limit: z.number().int().min(1).max(500) }),
  'queue.pause': z.strictObject({ paused: z.boolean() }),
  'queue.pauseGroup': z.strictObject({ group: z.string().min(1).max(200), paused: z.boolean() }),
  /** Without ids: everything that waits. What is being read is read to its end. */
  'queue.cancel': z.strictObject({ vehicleIds: vehicleIds.optional() }),
  'commands.dryRun': z.strictObject({ command: commandSchema, vehicleIds }),
  /** Vehicles that cannot take the command are left out. */
  'commands.run': z.strictObject({ command: commandSchema, vehicleIds }),
  'commands.retryFailed': nothing,
  'commands.cancelRest': nothing,
  /** Puts the result of a run away. */
  'commands.dismiss': nothing,
  'activity.page': z.strictObject({
    filter: activityFilterSchema,
    before: z.number().int().nullable(),
    limit: z.number().int().min(1).max(5_000),
  }),
  'diagnostics.health': nothing,
  /** `version` is that of the lines that are there already. */
  'diagnostics.log': z.strictObject({ version: z.string().max(200).nullable() }),
  'diagnostics.supportFile': nothing,
  'files.save': z.strictObject({
    kind: fileKind,
    /** Proposed to the person, without folder. */
    name: z.string().min(1).max(120),
    text: z.string(),
  }),
  'files.open': z.strictObject({ kind: fileKind }),
  'keychain.retry': nothing,
  'notices.dismiss': z.strictObject({ id: z.string().min(1).max(100) }),
  'help.open': z.strictObject({
    link: z.enum(['dashboard', 'redirect_uris', 'status_page', 'brands'] satisfies HelpLink[]),
  }),
} as const satisfies Record<RequestName, z.ZodType>;

export type RequestInput<N extends RequestName> = z.input<(typeof requestSchemas)[N]>;

/** What main gets of a request: with the defaults of what was left out. */
export type ParsedRequest<N extends RequestName> = z.output<(typeof requestSchemas)[N]>;
