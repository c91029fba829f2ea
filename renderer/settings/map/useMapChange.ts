import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OwnMapFailure, TemplateProblem, TilesForm } from '../../../contract/ownMap.ts';
import type { Result } from '../../../contract/result.ts';
import { useShell } from '../../frame/shell.ts';

type Failure = OwnMapFailure | TemplateProblem | 'cancelled';

interface MapChange {
  readonly takeTiles: (form: TilesForm) => void;
  readonly chooseFile: () => void;
  readonly takeBuiltIn: () => void;
  readonly undo: () => void;
  /** Why the last template or file was not taken. */
  readonly templateProblem: TemplateProblem | null;
  readonly fileFailure: OwnMapFailure | null;
  /** Set once something was changed here; whether that can be taken back. */
  readonly changed: { readonly canUndo: boolean } | null;
}

/** Changes the map at once. What was before is known to the main process alone, which knows the file. */
export function useMapChange(): MapChange {
  const { report } = useShell();
  const [templateProblem, setTemplateProblem] = useState<TemplateProblem | null>(null);
  const [fileFailure, setFileFailure] = useState<OwnMapFailure | null>(null);
  const [changed, setChanged] = useState<MapChange['changed']>(null);
  const saving = useMutation({
    mutationFn: (work: () => Promise<Result<null, Failure>>) => work(),
    onError: () => report('unexpected'),
  });
  const clear = () => {
    setTemplateProblem(null);
    setFileFailure(null);
  };
  const done = (canUndo: boolean) => {
    clear();
    setChanged({ canUndo });
  };
  return {
    takeTiles: (form) =>
      saving.mutate(async () => {
        const answer = await window.motorpool['map.useTiles'](form);
        if (answer.ok) done(true);
        else setTemplateProblem(answer.failure);
        return answer;
      }),
    chooseFile: () =>
      saving.mutate(async () => {
        clear();
        const answer = await window.motorpool['map.chooseFile']();
        if (answer.ok) done(true);
        else if (answer.failure !== 'cancelled') setFileFailure(answer.failure);
        return answer;
      }),
    takeBuiltIn: () =>
      saving.mutate(async () => {
        const answer = await window.motorpool['map.useBuiltIn']();
        done(true);
        return answer;
      }),
    undo: () =>
      saving.mutate(async () => {
        const answer = await window.motorpool['map.undo']();
        done(false);
        return answer;
      }),
    templateProblem,
    fileFailure,
    changed,
  };
}
