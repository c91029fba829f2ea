import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useShell } from '../frame/shell.ts';
import { useStatus } from '../state/cache.ts';
import { checkList } from './checkList.ts';
import { permissionsToCheck } from './permissionsToCheck.ts';

interface Wanted {
  readonly vins: readonly string[];
  readonly country: string;
}

interface RunningCheck {
  readonly run: (wanted: Wanted) => void;
  readonly cancel: () => void;
  /** `null` while nothing runs. */
  readonly progress: { readonly checked: number; readonly total: number } | null;
  readonly hasFailed: boolean;
}

/** Checks a list for what Connect was last opened with, and keeps what came of it in the shell. */
export function useListCheck(): RunningCheck {
  const { keepCheckedList } = useShell();
  const { connectOptions } = useStatus();
  const [checked, setChecked] = useState(0);
  const stop = useRef(new AbortController());
  const check = useMutation({
    mutationFn: async ({ vins, country }: Wanted) => {
      stop.current = new AbortController();
      setChecked(0);
      const permissions = permissionsToCheck(connectOptions.permissions);
      const list = await checkList(
        { vins, country, permissions },
        {
          ask: ({ vins: piece, ...same }) =>
            window.motorpool['eligibility.check']({
              ...same,
              vins: [...piece],
              permissions: [...same.permissions],
            }),
          onProgress: setChecked,
          signal: stop.current.signal,
          thisYear: new Date().getFullYear(),
        },
      );
      keepCheckedList({ ...list, country });
    },
  });
  // Nobody waits for it any more once the dialog is closed; what was checked is kept.
  useEffect(() => () => stop.current.abort(), []);
  return {
    run: check.mutate,
    cancel: () => stop.current.abort(),
    progress: check.isPending ? { checked, total: check.variables.vins.length } : null,
    hasFailed: check.isError,
  };
}
