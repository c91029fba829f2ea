import { useTranslation } from 'react-i18next';
import { formatCount } from '../format/amount.ts';
import { useShell } from '../frame/shell.ts';
import { LayerDialog } from '../ui/mantine/LayerDialog.tsx';
import { GroupForm } from './GroupForm.tsx';
import { TagsForm } from './TagsForm.tsx';

const WIDTH = 440;

/** The group or the tags of some vehicles, changed together. */
export default function LabelsDialog({ isOnTop }: { readonly isOnTop: boolean }) {
  const { t } = useTranslation();
  const { labelsRequest, closeLayer } = useShell();
  if (!labelsRequest) return null;
  const { what, vehicleIds } = labelsRequest;
  const count = vehicleIds.length;
  const Form = what === 'group' ? GroupForm : TagsForm;
  return (
    <LayerDialog
      isOnTop={isOnTop}
      testId="labels-dialog"
      title={t(`labels.title.${what}`, { count, value: formatCount(count) })}
      badge={null}
      width={WIDTH}
      onClose={closeLayer}
    >
      <Form vehicleIds={vehicleIds} onDone={closeLayer} />
    </LayerDialog>
  );
}
