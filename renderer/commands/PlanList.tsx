import type { Icon } from '@tabler/icons-react';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleX from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs';
import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandKind, CommandRemark } from '../../contract/commands.ts';
import { formatCount } from '../format/amount.ts';
import { shortTime } from '../format/time.ts';
import { useTimed } from '../state/clock.ts';
import styles from './CommandDialog.module.css';
import type { Plan } from './planOf.ts';
import { VehicleNames } from './VehicleNames.tsx';

/** "18 of 25 can". */
function verdictText(t: TFunction, { able, total }: Plan): string {
  const value = formatCount(total);
  if (able.length === total) return t('command.plan.all', { count: total, value });
  if (able.length === 0) return t('command.plan.none', { count: total, value });
  return t('command.plan.some', { able: formatCount(able.length), total: value });
}

function remarkText(t: TFunction, remark: CommandRemark, kind: CommandKind): string {
  return remark === 'already_so'
    ? t(`command.remark.alreadySo.${kind}`)
    : t(`command.remark.text.${remark}`);
}

interface GroupProps {
  readonly name: string;
  readonly icon: Icon;
  readonly vehicleIds: readonly string[];
  /** One vehicle needs no list of its names. */
  readonly isOnly: boolean;
  readonly children: ReactNode;
}

function Group({ name, icon: Picture, vehicleIds, isOnly, children }: GroupProps) {
  const { t } = useTranslation();
  const count = vehicleIds.length;
  return (
    <li className={styles.group} data-testid={`command-group-${name}`}>
      <Picture size={16} aria-hidden />
      <div>
        <p>
          {!isOnly && (
            <strong className={styles.count}>
              {t('frame.vehicles', { count, value: formatCount(count) })}
            </strong>
          )}
          {children}
        </p>
        {!isOnly && <VehicleNames ids={vehicleIds} />}
      </div>
    </li>
  );
}

function Until({ iso }: { readonly iso: string }) {
  const { t } = useTranslation();
  const text = useTimed((now) => t('command.plan.from', { time: shortTime(iso, now) }));
  return <> {text}</>;
}

interface PlanListProps {
  readonly kind: CommandKind;
  readonly plan: Plan;
}

/** Who can, who cannot and why, and what is worth knowing before it is sent. */
export function PlanList({ kind, plan }: PlanListProps) {
  const { t } = useTranslation();
  const canSome = plan.able.length > 0;
  const Picture = canSome ? IconCircleCheck : IconCircleX;
  const isOnly = plan.total === 1;
  return (
    <div>
      <p
        role="status"
        className={styles.verdict}
        data-able={canSome || undefined}
        data-testid="command-verdict"
      >
        <Picture size={16} aria-hidden />
        <strong>{verdictText(t, plan)}</strong>
      </p>
      <ul className={styles.groups}>
        {plan.obstacles.map(({ obstacle, vehicleIds, until }) => (
          <Group
            key={obstacle}
            name={obstacle}
            icon={IconAlertTriangle}
            vehicleIds={vehicleIds}
            isOnly={isOnly}
          >
            {t(`command.obstacle.${obstacle}`)}
            {until !== null && <Until iso={until} />}
          </Group>
        ))}
        {plan.remarks.map(({ remark, vehicleIds }) => (
          <Group
            key={remark}
            name={remark}
            icon={IconInfoCircle}
            vehicleIds={vehicleIds}
            isOnly={isOnly}
          >
            {remarkText(t, remark, kind)}
          </Group>
        ))}
      </ul>
    </div>
  );
}
