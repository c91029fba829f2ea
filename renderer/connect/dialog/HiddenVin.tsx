import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';

interface HiddenVinProps {
  readonly problem: string | null;
  /** Another VIN is to be typed. */
  readonly onOther: () => void;
}

/** A VIN that came with the vehicle, while VINs are hidden: it is used, and not shown. */
export function HiddenVin({ problem, onOther }: HiddenVinProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        readOnly
        label={t('connectOptions.vin.label')}
        description={t('privacy.vinUsed')}
        value={t('privacy.hidden')}
        error={problem}
      />
      <Button look="link" onClick={onOther}>
        {t('privacy.otherVin')}
      </Button>
    </>
  );
}
