import { useTranslation } from 'react-i18next';
import { formatCount } from '../../format/amount.ts';
import { useShell } from '../../frame/shell.ts';

/** Keeps Motorpool from asking these vehicles, or lets it ask them again, and says that it did. */
export function usePause(): (ids: readonly string[], paused: boolean) => void {
  const { t } = useTranslation();
  const { report, say } = useShell();
  return (ids, paused) => {
    window.motorpool['fleet.pause']({ vehicleIds: [...ids], paused }).then(
      () =>
        say(
          t(paused ? 'bulk.paused' : 'bulk.resumed', {
            count: ids.length,
            value: formatCount(ids.length),
          }),
        ),
      () => report('unexpected'),
    );
  };
}
