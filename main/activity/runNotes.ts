import type { CommandRun } from '../../contract/commands.ts';
import type { Activity } from './activity.ts';
import { commandHappening } from './happenings.ts';

/**
 * Notes each run of commands once, when nothing of it is to be sent any more. What a single vehicle is
 * called is asked at the run's beginning: a disconnect makes it unknown.
 */
export function createRunNotes(activity: Activity): (run: CommandRun) => void {
  let current: { readonly id: string; readonly name: Promise<string | null> } | null = null;
  let notedId: string | null = null;

  async function nameOf({ items }: CommandRun): Promise<string | null> {
    const sent = items.filter(({ step }) => step !== 'skipped');
    return sent.length === 1 ? activity.nameOf(sent[0]?.vehicleId) : null;
  }

  return (run) => {
    if (current?.id !== run.id) current = { id: run.id, name: nameOf(run).catch(() => null) };
    const { name } = current;
    const happening = run.id === notedId ? null : commandHappening(run);
    if (!happening) return;
    notedId = run.id;
    void name.then((vehicleName) => activity.note({ ...happening, vehicleName }));
  };
}
