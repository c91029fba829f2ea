import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandRun } from '../../contract/commands.ts';
import type { CommandRequest } from '../frame/layers.ts';
import { useShell } from '../frame/shell.ts';
import { useCommandRun } from '../state/cache.ts';
import { useVehicle } from '../state/fleet/hooks.ts';
import { LayerDialog } from '../ui/mantine/LayerDialog.tsx';
import { shortName } from '../vehicles/vehicleName.ts';
import styles from './CommandDialog.module.css';
import { CommandPlan } from './CommandPlan.tsx';
import { CommandResult } from './CommandResult.tsx';
import { commandFor } from './commandNames.ts';

const WIDTH = 640;

/** "Lock 12 vehicles", or "Lock Tesla Model 3" where it is one. */
function useTitle(request: CommandRequest | null, run: CommandRun | null): string {
  const { t } = useTranslation();
  const ids = request?.vehicleIds ?? run?.items.map(({ vehicleId }) => vehicleId) ?? [];
  const only = useVehicle(ids.length === 1 ? (ids[0] ?? null) : null);
  const kind = request?.kind ?? run?.command.kind;
  if (!kind) return '';
  const name = only && (only.labels.name ?? shortName(only));
  return name ? t(`command.actOn.${kind}`, { name }) : commandFor(t, kind, ids.length);
}

/** A command for one or many vehicles: first what it would do, then how it goes. */
export default function CommandDialog({ isOnTop }: { readonly isOnTop: boolean }) {
  const { commandRequest, closeLayer } = useShell();
  const run = useCommandRun();
  const title = useTitle(commandRequest, run);
  const isEmpty = commandRequest === null && run === null;
  useEffect(() => {
    if (isEmpty) closeLayer();
  }, [isEmpty, closeLayer]);
  if (isEmpty) return null;
  return (
    <LayerDialog
      isOnTop={isOnTop}
      testId="command-dialog"
      title={title}
      badge={null}
      width={WIDTH}
      className={styles.dialog}
      onClose={closeLayer}
    >
      {commandRequest ? (
        <CommandPlan request={commandRequest} />
      ) : (
        run && <CommandResult key={run.id} run={run} />
      )}
    </LayerDialog>
  );
}
