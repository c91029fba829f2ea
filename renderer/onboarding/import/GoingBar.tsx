import { useTranslation } from 'react-i18next';
import { formatCount } from '../../format/amount.ts';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import type { Going } from './importState.ts';
import { session } from './session.ts';

/** What takes a while, how far it is, and the way to stop it. */
export function GoingBar({ going: { what, done, total } }: { readonly going: Going }) {
  const { t } = useTranslation();
  return (
    <ProgressLine
      text={t(`onboarding.going.${what}`, { done: formatCount(done), total: formatCount(total) })}
      done={done}
      max={total}
      stop={{ label: t('onboarding.import.cancel'), run: session.stop, testId: 'import-stop' }}
    />
  );
}
