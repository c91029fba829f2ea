import { useTranslation } from 'react-i18next';
import type { Application } from '../../../contract/application.ts';
import { TRANSPORTS, type Transport } from '../../../contract/transport.ts';
import { useStatus } from '../../state/cache.ts';
import { ChoiceList } from '../../ui/ChoiceList.tsx';
import { canUse } from '../waysBack.ts';

interface TransportFieldProps {
  readonly application: Application;
  readonly value: Transport;
  readonly onChange: (transport: Transport) => void;
}

/** Where this one run opens. What has no redirect URI cannot be chosen, and says why. */
export function TransportField({ application, value, onChange }: TransportFieldProps) {
  const { t } = useTranslation();
  const { transport: fromSettings } = useStatus();
  return (
    <div data-testid="connect-transport">
      <ChoiceList
        legend={t('connectOptions.transport')}
        testIdPrefix="connect-transport"
        value={value}
        choices={TRANSPORTS.map((transport) => {
          const isUsable = canUse(application, transport);
          return {
            value: transport,
            label:
              transport === fromSettings
                ? t('connectOptions.fromSettings', { name: t(`transport.name.${transport}`) })
                : t(`transport.name.${transport}`),
            text: t(isUsable ? `transport.text.${transport}` : `transport.missing.${transport}`),
            isUnavailable: !isUsable,
          };
        })}
        onChoose={onChange}
      />
    </div>
  );
}
