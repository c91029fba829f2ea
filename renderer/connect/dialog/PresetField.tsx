import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../../contract/application.ts';
import { presetName } from '../../format/presetName.ts';
import { useStatus } from '../../state/cache.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import type { Draft } from './draft.ts';
import { presetOf, presetsFor, withPreset } from './levels.ts';
import { SavePreset } from './SavePreset.tsx';
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
  const box = useRef<HTMLDivElement>(null);
  const { own } = useStatus().presets;
  const presets = presetsFor(application, own).map((preset) => ({
    preset,
    value: `preset-${preset.id}`,
    label: presetName(t, preset),
  }));
  const matching = presetOf(
    draft.levels,
    presets.map(({ preset }) => preset),
  );
  const chosen = presets.find(({ preset }) => preset === matching)?.value ?? 'custom';
  // The fields to save it go once the choice is a set; the focus stays with the choice.
  const [isSaved, setIsSaved] = useState(false);
  const isSet = matching !== null;
  useEffect(() => {
    if (!isSaved || !isSet) return;
    setIsSaved(false);
    box.current?.querySelector<HTMLElement>('input:checked')?.focus();
  }, [isSaved, isSet]);
  const choose = (value: string) => {
    const picked = presets.find((one) => one.value === value);
    change(({ levels }) => ({
      usesDashboard: value === 'dashboard',
      levels: picked ? withPreset(levels, picked.preset) : levels,
    }));
  };
  return (
    <div ref={box}>
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
      {!matching && !draft.usesDashboard && (
        <SavePreset levels={draft.levels} onSaved={() => setIsSaved(true)} />
      )}
    </div>
  );
}
