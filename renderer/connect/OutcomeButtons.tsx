import { useTranslation } from 'react-i18next';
import type { ConnectOutcome } from '../../contract/connect.ts';
import { useVehicles } from '../state/fleet/hooks.ts';
import { Button } from '../ui/Button.tsx';
import { shortName } from '../vehicles/vehicleName.ts';
import { actionLabel } from './actionLabel.ts';
import { CopyMessage } from './CopyMessage.tsx';
import { driverMessage } from './driverMessage.ts';
import styles from './Outcome.module.css';
import type { OutcomeActions } from './outcomeAction.ts';
import type { Finished } from './startAgain.ts';
import { useOutcomeAction } from './useOutcomeAction.ts';

interface OutcomeButtonsProps {
  readonly actions: OutcomeActions;
  readonly finished: Finished;
}

function vehicleIdsOf(outcome: ConnectOutcome): readonly string[] {
  if (outcome.kind === 'reauthenticated') return [outcome.vehicleId];
  return 'vehicleIds' in outcome ? outcome.vehicleIds : [];
}

/** Closing may mean something; then the button says so. */
function closeKey(kind: ConnectOutcome['kind']): 'plain' | 'partial_grant' | 'wrong_vehicle' {
  return kind === 'partial_grant' || kind === 'wrong_vehicle' ? kind : 'plain';
}

/** The best thing to do first, then the others, and always a way to put the outcome away. */
export function OutcomeButtons({ actions, finished }: OutcomeButtonsProps) {
  const { t } = useTranslation();
  const { outcome, purpose } = finished;
  const [first] = useVehicles(vehicleIdsOf(outcome));
  const { run, dismiss, isBusy } = useOutcomeAction(first?.id ?? null);
  const name = first ? shortName(first) : null;
  return (
    <div className={styles.buttons}>
      {actions.map((action, index) => {
        const look = index === 0 ? 'primary' : 'plain';
        const testId = index === 0 ? 'outcome-primary' : 'outcome-other';
        return action.name === 'copy_message' ? (
          <CopyMessage
            key={action.name}
            text={() => driverMessage(t, action.message, purpose)}
            look={look}
            testId={testId}
          />
        ) : (
          <Button
            key={action.name}
            look={look}
            data-testid={testId}
            unavailable={isBusy}
            onClick={() => run(action)}
          >
            {actionLabel(t, action, name)}
          </Button>
        );
      })}
      <Button data-testid="outcome-close" unavailable={isBusy} onClick={dismiss}>
        {t(`outcome.close.${closeKey(outcome.kind)}`)}
      </Button>
    </div>
  );
}
