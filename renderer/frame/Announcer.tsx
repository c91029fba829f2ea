import { useTranslation } from 'react-i18next';
import { phaseText } from '../connect/phases.ts';
import { useConnect } from '../state/cache.ts';
import shared from '../ui/shared.module.css';

/**
 * Tells screen readers each step of connecting once. It is always there, because a live region that
 * appears together with its text is not read out.
 */
export function Announcer() {
  const { t } = useTranslation();
  const connect = useConnect();
  return (
    <p className={shared.hidden} role="status">
      {connect.status === 'running' && phaseText(t, connect)}
    </p>
  );
}
