import type { OpenedLocalCopy } from '../fleet/localCopy/openLocalCopy.ts';
import type { Settings } from '../settings/settings.ts';
import { recoverConnections } from './recovery.ts';
import type { StatusBoard } from './status.ts';

export interface WatchFilesOptions {
  readonly settings: Settings;
  readonly localCopy: OpenedLocalCopy;
  readonly board: StatusBoard;
  /** A damaged local copy was set aside while the app ran; a new one is in use. */
  readonly onRepair: () => void;
}

export interface FileWatch {
  /** Resolves when the local copy is open and connections that settings lost are back. */
  readonly recovered: Promise<void>;
  /** Whether the last write of the local copy worked. */
  isWritten(): boolean;
}

/** Tells the person about damaged files that were set aside and about what cannot be written. */
export function watchFiles({ settings, localCopy, board, onRepair }: WatchFilesOptions): FileWatch {
  let isWritten = true;
  const recovered = localCopy.opened.then(async ({ repair }) => {
    if (repair) board.notice({ kind: 'local_copy_set_aside', restored: false, ...repair });
    await recoverConnections(settings, localCopy);
  });
  localCopy.onWritten((worked) => {
    isWritten = worked;
    if (worked) board.withdraw('not_written');
    else board.notice({ kind: 'not_written' });
  });
  localCopy.onRepair((repair) => {
    board.notice({ kind: 'local_copy_set_aside', restored: false, ...repair });
    onRepair();
  });
  if (settings.isInMemory) board.notice({ kind: 'not_written' });
  if (settings.repair) board.notice({ kind: 'settings_set_aside', ...settings.repair });
  return { recovered, isWritten: () => isWritten };
}
