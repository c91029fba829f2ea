import { useTranslation } from 'react-i18next';
import type { Application } from '../../../contract/application.ts';
import { presetName } from '../../format/presetName.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import type { Draft } from './draft.ts';
import { presetOf, presetsFor, withPreset } from './levels.ts';
import type { ChangeDraft } from './useDraft.ts';

interface PresetFieldProps {
  readonly application: Application;
  readonly draft: Draft;
  readonly change: ChangeDraft;
  readonly labelledBy: string;
}

/** Sets that are chosen with one click. A choice of one's own is a segment too, as long as there is one. */
export function PresetField({ application, draft, change, labelledBy }: PresetFieldProps) {
  const { t } = useTranslation();
  const presets = presetsFor(application).map((preset) => ({
    preset,
    value: `preset-${preset.id}`,
    label: presetName(t, preset),
  }));
  const matching = presetOf(
    draft.levels,
    presets.map(({ preset }) => preset),
  );
  const chosen = presets.find(({ preset }) => preset === matching)?.value ?? 'custom';
  const choose = (value: string) => {
    const picked = presets.find((one) => one.value === value);
    change(({ levels }) => ({
      usesDashboard: value === 'dashboard',
      levels: picked ? withPreset(levels, picked.preset) : levels,
    }));
  };
  return (
    <Segmented
      labelledBy={labelledBy}
      look="apart"
      testId="connect-preset"
      value={draft.usesDashboard ? 'dashboard' : chosen}
      segments={[
        ...presets,
        { value: 'dashboard', label: t('connectOptions.preset.dashboard') },
        ...(matching ? [] : [{ value: 'custom', label: t('connectOptions.preset.custom') }]),
      ]}
      onChoose={choose}
    />
  );
}
