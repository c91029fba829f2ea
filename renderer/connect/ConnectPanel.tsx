import type { ConnectState } from '../../contract/connect.ts';
import { useVehicleIdsOf } from '../state/fleet/hooks.ts';
import styles from './ConnectPanel.module.css';
import { Outcome } from './Outcome.tsx';
import { withVehicles } from './outcomeView.ts';
import { Progress } from './Progress.tsx';

interface ConnectPanelProps {
  readonly connect: Exclude<ConnectState, { status: 'idle' }>;
}

/** Above the table and never over it: how connecting goes, and how it went. */
export default function ConnectPanel({ connect }: ConnectPanelProps) {
  const outcome = connect.status === 'running' ? null : connect.outcome;
  const ids = useVehicleIdsOf(outcome?.kind === 'connected' ? outcome.connectionId : null);
  return (
    <div className={styles.panel}>
      {connect.status === 'running' ? (
        <Progress attempt={connect} />
      ) : (
        <Outcome finished={{ ...connect, outcome: withVehicles(connect.outcome, ids) }} />
      )}
    </div>
  );
}
