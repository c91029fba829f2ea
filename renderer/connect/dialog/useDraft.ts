import { useCallback, useState } from 'react';
import type { Application } from '../../../contract/application.ts';
import { useShell } from '../../frame/shell.ts';
import { useStatus } from '../../state/cache.ts';
import { type Draft, draftOf, usableTransport, withOptions } from './draft.ts';

type Changes = Partial<Draft> | ((before: Draft) => Partial<Draft>);

/** Changes some fields; a function, where the new value follows from the one before. */
export type ChangeDraft = (changes: Changes) => void;

/**
 * What stands in the dialog. It starts from what Connect was last opened with; what is asked for from
 * elsewhere, while it is open too, is laid over that.
 */
export function useDraft(application: Application): readonly [Draft, ChangeDraft] {
  const { connectOptions, transport } = useStatus();
  const { connectRequest } = useShell();
  const [draft, setDraft] = useState(() => draftOf(connectOptions, application, transport));
  const [laidOver, setLaidOver] = useState<typeof connectRequest | null>(null);

  if (laidOver !== connectRequest) {
    setLaidOver(connectRequest);
    const changed = withOptions(draft, connectRequest.options);
    const wanted = connectRequest.transport;
    setDraft(
      wanted === null ? changed : { ...changed, transport: usableTransport(application, wanted) },
    );
  }

  const change: ChangeDraft = useCallback(
    (changes) =>
      setDraft((before) => ({
        ...before,
        ...(typeof changes === 'function' ? changes(before) : changes),
      })),
    [],
  );
  return [draft, change];
}
