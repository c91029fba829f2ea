import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { COMMAND_PERMISSION, type CommandKind } from '../../../contract/commands.ts';
import type { Permission } from '../../../contract/permissions.ts';
import type { Vehicle } from '../../../contract/vehicles.ts';
import { CommandState } from '../../commands/CommandState.tsx';
import { COMMAND_ICONS } from '../../commands/commandIcons.ts';
import { commandName } from '../../commands/commandNames.ts';
import { useShell } from '../../frame/shell.ts';
import { useFleetSummary } from '../../state/fleet/hooks.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './CommandButtons.module.css';
import { useAskForMore } from './useAskForMore.ts';
import { useCommandHistory } from './useCommandHistory.ts';
import detail from './VehicleDetail.module.css';

const KINDS = [
  'lock',
  'unlock',
  'start_charging',
  'stop_charging',
  'set_charge_limit',
] as const satisfies readonly CommandKind[];

const CONTROLS = ['control_security', 'control_charge'] as const satisfies readonly Permission[];

/** What the owner allowed; all of them where that is not known, since Smartcar decides then. */
function allowed(permissions: readonly string[] | null): readonly (typeof KINDS)[number][] {
  return KINDS.filter((kind) => {
    const needed = COMMAND_PERMISSION[kind];
    return permissions === null || needed === null || permissions.includes(needed);
  });
}

/** The commands of a car as buttons, and how far the last one got. */
export function CommandButtons({ vehicle }: { readonly vehicle: Vehicle }) {
  const { t } = useTranslation();
  const { openCommand } = useShell();
  const { reach } = useFleetSummary();
  const [last] = useCommandHistory(vehicle.id);
  const askForMore = useAskForMore(vehicle, CONTROLS);
  const id = useId();
  if (vehicle.access === 'reconnect') return null;
  const kinds = allowed(vehicle.permissions);
  const isOffline = reach === 'offline';
  return (
    <section aria-labelledby={id} data-testid="detail-commands">
      <h3 id={id} className={detail.section}>
        {t('detail.commands')}
      </h3>
      {kinds.length === 0 ? (
        <p className={styles.none}>
          {t('detail.commandsNone')}{' '}
          <Button look="link" onClick={askForMore}>
            {t('detail.askForMore')}
          </Button>
        </p>
      ) : (
        <div className={styles.buttons}>
          {kinds.map((kind) => {
            const Picture = COMMAND_ICONS[kind];
            return (
              <Button
                key={kind}
                aria-haspopup="dialog"
                aria-describedby={isOffline ? `${id}-offline` : undefined}
                unavailable={isOffline}
                data-testid={`command-${kind}`}
                onClick={() => openCommand(kind, [vehicle.id])}
              >
                <Picture size={16} aria-hidden />
                {t(`command.button.${kind}`)}
              </Button>
            );
          })}
        </div>
      )}
      {isOffline && kinds.length > 0 && (
        <p id={`${id}-offline`} className={styles.reason}>
          {t('command.blocked.offline')}
        </p>
      )}
      {last && (
        <div className={styles.last} data-testid="last-command" data-step={last.step}>
          <p className={styles.name}>{commandName(t, last.command)}</p>
          <CommandState item={last} />
        </div>
      )}
    </section>
  );
}
