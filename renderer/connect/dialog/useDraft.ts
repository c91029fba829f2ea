import { useCallback, useState } from 'react';
import type { Application } from '../../../contract/application.ts';
import type { PresetSettings } from '../../../contract/ownPresets.ts';
import { useShell } from '../../frame/shell.ts';
import { useStatus } from '../../state/cache.ts';
import { type Draft, draftOf, usableTransport, withOptions } from './draft.ts';
import { presetsFor, withPreset } from './levels.ts';

type Changes = Partial<Draft> | ((before: Draft) => Partial<Draft>);

/** Changes some fields; a function, where the new value follows from the one before. */
export type ChangeDraft = (changes: Changes) => void;

/** The fields with the set that Connect is to start with, where one is chosen and still there. */
function withFirstPreset(
  draft: Draft,
  application: Application,
  { own, first }: PresetSettings,
): Draft {
  const preset = presetsFor(application, own).find(({ id }) => id === first);
  if (!preset) return draft;
  return { ...draft, usesDashboard: false, levels: withPreset(draft.levels, preset) };
}

/**
 * What stands in the dialog. It starts from what Connect was last opened with; what is asked for from
 * elsewhere, while it is open too, is laid over that.
 */
export function useDraft(application: Application): readonly [Draft, ChangeDraft] {
  const { connectOptions, transport, presets } = useStatus();
  const { connectRequest } = useShell();
  const [draft, setDraft] = useState(() =>
    withFirstPreset(draftOf(connectOptions, application, transport), application, presets),
  );
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
