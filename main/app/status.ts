import { randomUUID } from 'node:crypto';
import type { AppearanceState } from '../../contract/appearance.ts';
import type { Profile } from '../../contract/profiles.ts';
import type { Notice, Status } from '../../contract/status.ts';
import type { Vault } from '../keychain/vault.ts';
import type { Settings } from '../settings/settings.ts';

type NewNotice = Notice extends infer N ? (N extends Notice ? Omit<N, 'id'> : never) : never;

/** What the screens show besides vehicles: application, keychain, notices. */
export interface StatusBoard {
  current(): Status;
  /** Tells the screens that something changed. */
  announce(): void;
  /** Adds a notice, once per kind and file. */
  notice(notice: NewNotice): void;
  dismiss(id: string): void;
  /** Takes back a notice whose cause is gone. */
  withdraw(kind: Notice['kind']): void;
}

export function createStatusBoard(options: {
  readonly settings: Pick<Settings, 'get'>;
  readonly profiles: () => readonly Profile[];
  readonly appearance: () => AppearanceState;
  readonly keychain: () => ReturnType<Vault['status']>;
  readonly onChange: (status: Status) => void;
  /** Something of this kind has just gone wrong. */
  readonly onNotice: (kind: Notice['kind']) => void;
}): StatusBoard {
  let notices: readonly Notice[] = [];

  const current = (): Status => ({
    application: options.settings.get('application'),
    profiles: options.profiles(),
    profile: options.settings.get('profile'),
    transport: options.settings.get('transport'),
    connectOptions: options.settings.get('connectOptions'),
    presets: {
      own: options.settings.get('presets'),
      first: options.settings.get('firstPreset'),
    },
    budget: options.settings.get('budget'),
    appearance: options.appearance(),
    alertSettings: options.settings.get('alerts'),
    keep: options.settings.get('keep'),
    privacy: options.settings.get('privacy'),
    desktop: options.settings.get('desktop'),
    shortcuts: options.settings.get('shortcuts'),
    mapSource: options.settings.get('map').source,
    keychain: options.keychain(),
    notices,
  });
  const announce = () => options.onChange(current());

  function replace(next: readonly Notice[]): void {
    if (next.length === notices.length) return;
    notices = next;
    announce();
  }

  return {
    current,
    announce,
    notice(notice) {
      if (notices.some(({ kind }) => kind === notice.kind)) return;
      options.onNotice(notice.kind);
      replace([...notices, { ...notice, id: randomUUID() } as Notice]);
    },
    dismiss: (id) => replace(notices.filter((notice) => notice.id !== id)),
    withdraw: (kind) => replace(notices.filter((notice) => notice.kind !== kind)),
  };
}
