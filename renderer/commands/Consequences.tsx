import { useTranslation } from 'react-i18next';
import type { CommandKind } from '../../contract/commands.ts';
import shared from '../ui/shared.module.css';

interface ConsequencesProps {
  readonly kind: CommandKind;
  readonly count: number;
}

/** What cannot be taken back, said before the word is typed. */
export function Consequences({ kind, count }: ConsequencesProps) {
  const { t } = useTranslation();
  if (kind === 'unlock') return <p>{t('command.consequence.unlock', { count })}</p>;
  if (kind !== 'disconnect') return null;
  return (
    <div>
      <p>{t('disconnect.intro')}</p>
      <ul className={shared.bullets}>
        <li>{t('command.consequence.access')}</li>
        <li>{t('command.consequence.tokens')}</li>
        <li>{t('command.consequence.copy')}</li>
      </ul>
      <p>{t('command.consequence.afterwards')}</p>
    </div>
  );
}
