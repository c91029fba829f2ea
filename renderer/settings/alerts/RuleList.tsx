import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ALERT_KINDS, type AlertKind, type AlertSettings } from '../../../contract/alerts.ts';
import { useLabelValues } from '../../state/fleet/hooks.ts';
import { CheckField } from '../../ui/CheckField.tsx';
import { SelectField } from '../SelectField.tsx';
import sections from '../SettingsScreen.module.css';
import styles from './AlertSettings.module.css';
import { RuleFields } from './RuleFields.tsx';
import { ownRule, withRule } from './ruleChange.ts';

interface RuleListProps {
  readonly settings: AlertSettings;
  readonly onChange: (part: Partial<AlertSettings>) => void;
}

/** A group's name may be any text; this one begins with what no name keeps. */
const FLEET = ' fleet';

/** The rules of the whole fleet, or those that one group has of its own. */
export function RuleList({ settings, onChange }: RuleListProps) {
  const { t } = useTranslation();
  const [group, setGroup] = useState<string | null>(null);
  const inUse = useLabelValues('group');
  // A group that nobody belongs to any more may still have rules.
  const groups = [...new Set([...inUse, ...settings.groups.map((one) => one.group)])].toSorted();
  const heldGroup = group !== null && groups.includes(group) ? group : null;

  const ruleOf = (kind: AlertKind) =>
    heldGroup === null ? settings.rules[kind] : ownRule(settings, kind, heldGroup);
  const setRule = (kind: AlertKind, rule: ReturnType<typeof ruleOf>) =>
    onChange(withRule(settings, kind, heldGroup, rule));

  return (
    <div className={sections.fields}>
      {groups.length > 0 && (
        <SelectField
          label={t('alerts.settings.scope')}
          text={t('alerts.settings.scopeText')}
          value={heldGroup ?? FLEET}
          options={[
            { value: FLEET, label: t('alerts.settings.fleet') },
            ...groups.map((name) => ({ value: name, label: name })),
          ]}
          testId="alert-scope"
          onChange={(value) => setGroup(value === FLEET ? null : value)}
        />
      )}
      {ALERT_KINDS.map((kind) => {
        const rule = ruleOf(kind);
        return (
          <div key={`${heldGroup} ${kind}`} className={styles.rule}>
            {heldGroup !== null && (
              <CheckField
                label={t('alerts.settings.own', {
                  kind: t(`alerts.kind.${kind}`),
                  group: heldGroup,
                })}
                checked={rule !== null}
                testId={`alert-own-${kind}`}
                onChange={(isOwn) => setRule(kind, isOwn ? settings.rules[kind] : null)}
              />
            )}
            {rule && (
              <div className={heldGroup === null ? undefined : styles.numbers}>
                <RuleFields
                  kind={kind}
                  rule={rule}
                  label={t(heldGroup === null ? `alerts.kind.${kind}` : 'alerts.settings.ownOn')}
                  onChange={(next) => setRule(kind, next)}
                />
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
}
