import type { ConnectPurpose } from '../../contract/connect.ts';
import type { ConnectOptions } from '../../contract/connectOptions.ts';
import type { Permission } from '../../contract/permissions.ts';
import type { Transport } from '../../contract/transport.ts';

/** An attempt that is run once more; nothing that was chosen for it is lost. */
export interface Restart {
  readonly purpose: ConnectPurpose;
  /** `null`: the one in the settings, which may have been changed since. */
  readonly transport: Transport | null;
}

function withOptions(
  purpose: ConnectPurpose,
  change: (options: ConnectOptions) => ConnectOptions,
): ConnectPurpose {
  if (purpose.kind === 'reauthenticate') return purpose;
  return { ...purpose, options: change(purpose.options) };
}

/** The same question, asked even where it was answered before. */
export function askingAgain(purpose: ConnectPurpose): ConnectPurpose {
  return withOptions(purpose, (options) => ({ ...options, forcePrompt: true }));
}

/** The permissions without which a car was kept out; `null` means the application's own set. */
export function requiredPermissions(purpose: ConnectPurpose): readonly Permission[] {
  if (purpose.kind === 'reauthenticate') return [];
  return (purpose.options.permissions ?? [])
    .filter(({ required }) => required)
    .map(({ permission }) => permission);
}

/** The same question, with these permissions welcome and no longer needed. */
export function makingOptional(
  purpose: ConnectPurpose,
  optional: readonly Permission[],
): ConnectPurpose {
  return withOptions(purpose, (options) => ({
    ...options,
    permissions:
      options.permissions?.map((asked) =>
        optional.includes(asked.permission) ? { ...asked, required: false } : asked,
      ) ?? null,
  }));
}
