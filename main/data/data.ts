import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type {
  CopySizes,
  ExportFailure,
  ImportChoice,
  ImportFailure,
  ImportPlan,
  ImportResult,
} from '../../contract/data.ts';
import type { Result } from '../../contract/result.ts';
import type { Activity } from '../activity/activity.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { CheckedFile } from '../fleet/localCopy/files/checkFile.ts';
import type { Imported } from '../fleet/localCopy/files/importFile.ts';
import type { OpenedLocalCopy } from '../fleet/localCopy/openLocalCopy.ts';
import type { Settings } from '../settings/settings.ts';
import { applyShared, readShared, sharedSettings } from './sharedSettings.ts';

export interface DataOptions {
  readonly localCopy: Pick<OpenedLocalCopy, 'run' | 'stopTask'>;
  readonly settings: Pick<Settings, 'get' | 'set'>;
  readonly fleet: Pick<Fleet, 'apart'>;
  readonly activity: Pick<Activity, 'note'>;
  /** Asks where a file with this name is to be put; `null` where the person changed their mind. */
  readonly askWhereTo: (name: string) => Promise<string | null>;
  readonly askWhich: () => Promise<string | null>;
  /** The lists of imported cars have changed. */
  readonly onLists: () => void;
  /** Settings have changed from these. */
  readonly onSettings: (before: ReturnType<typeof sharedSettings>) => void;
}

/** What is kept on this computer: how much it is, into a file and back, and away with it. */
export interface Data {
  sizes(): Promise<CopySizes>;
  clear(what: 'history' | 'logs'): Promise<Result<null, 'not_written'>>;
  /** `name` is proposed to the person. Answers the name of the file. */
  exportAll(name: string): Promise<Result<string, ExportFailure>>;
  /** Asks for a file, and says what taking it in would do. Nothing is changed. */
  checkImport(): Promise<Result<ImportPlan, ImportFailure>>;
  /** Takes in the file that was checked last, wholly or not at all. */
  importAll(choice: ImportChoice): Promise<Result<ImportResult, ImportFailure>>;
  /** Puts the labels and settings back that the last import changed. */
  undoImport(): Promise<Result<null, 'not_written'>>;
  stop(): Promise<void>;
}

interface Chosen {
  readonly path: string;
  readonly settings: NonNullable<ReturnType<typeof readShared>>;
}

interface Undo {
  readonly labels: Imported['before'];
  /** Whose settings were changed. */
  readonly profile: string | null;
  readonly settings: ReturnType<typeof sharedSettings> | null;
}

const DONE = { ok: true, value: null } as const;

export function createData(options: DataOptions): Data {
  const { localCopy, settings, fleet } = options;
  let chosen: Chosen | null = null;
  let undo: Undo | null = null;

  const note = (event: string, facts: Readonly<Record<string, number>> = {}) =>
    void options.activity.note({ kind: 'settings', event, byPerson: true, facts });

  function planOf(path: string, checked: CheckedFile, shared: Chosen['settings']): ImportPlan {
    const { madeAt, rows, knownVehicles, conflicts } = checked;
    const settingsDiffer = !isDeepStrictEqual(shared, sharedSettings(settings));
    return { fileName: basename(path), madeAt, rows, knownVehicles, conflicts, settingsDiffer };
  }

  /** Connections of vehicles that came along, so that they are shown; their owners connect again. */
  function learnConnections({ connections }: Imported): void {
    const known = new Set(settings.get('connections').map(({ id }) => id));
    const added = connections.filter(({ id }) => !known.has(id));
    if (added.length === 0) return;
    settings.set('connections', [
      ...settings.get('connections'),
      ...added.map((trace) => ({ ...trace, userId: null, externalId: null })),
    ]);
  }

  function takeSettings(shared: Chosen['settings'], profile: string | null): void {
    const before = sharedSettings(settings);
    applyShared(settings, shared, profile);
    options.onSettings(before);
  }

  return {
    sizes: () => localCopy.run({ kind: 'sizes' }),
    async clear(what) {
      const answer = await localCopy.run({ kind: 'clear', what });
      if (answer.ok) note(`data.cleared_${what}`);
      return answer;
    },
    async exportAll(name) {
      const path = await options.askWhereTo(name);
      if (path === null) return { ok: false, failure: 'cancelled' };
      const shared = sharedSettings(settings);
      const answer = await localCopy.run({ kind: 'export', path, settings: shared });
      if (!answer.ok) return answer;
      note('data.exported');
      return { ok: true, value: basename(path) };
    },
    async checkImport() {
      const path = await options.askWhich();
      if (path === null) return { ok: false, failure: 'cancelled' };
      chosen = null;
      const answer = await localCopy.run({ kind: 'check', path });
      if (!answer.ok) return answer;
      const shared = readShared(answer.value.settings);
      if (!shared) return { ok: false, failure: 'damaged' };
      chosen = { path, settings: shared };
      return { ok: true, value: planOf(path, answer.value, shared) };
    },
    async importAll(choice) {
      if (!chosen) return { ok: false, failure: 'not_readable' };
      const { path, settings: shared } = chosen;
      const before = sharedSettings(settings);
      // Another one may be in use once the file is taken in, or when that is taken back.
      const profile = settings.get('profile');
      const answer = await fleet.apart(async () => {
        const imported = await localCopy.run({ kind: 'import', path, choice });
        if (imported.ok) learnConnections(imported.value);
        return imported;
      });
      if (!answer.ok) return answer;
      chosen = null;
      if (choice.lists) options.onLists();
      if (choice.settings) takeSettings(shared, profile);
      const { before: labels, added, history } = answer.value;
      undo = { labels, profile, settings: choice.settings ? before : null };
      note('data.imported', { labelled: labels.length, added });
      return { ok: true, value: { labelled: labels.length, added, history } };
    },
    async undoImport() {
      if (!undo) return DONE;
      const { labels, profile, settings: before } = undo;
      const answer = await fleet.apart(() => localCopy.run({ kind: 'relabel', labels }));
      if (!answer.ok) return answer;
      undo = null;
      if (before) takeSettings(before, profile);
      note('data.import_undone');
      return DONE;
    },
    stop: localCopy.stopTask,
  };
}
