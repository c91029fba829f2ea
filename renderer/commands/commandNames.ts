import type { TFunction } from 'i18next';
import type { Command, CommandKind } from '../../contract/commands.ts';
import { amountWords, formatCount, formatFraction } from '../format/amount.ts';

/** "Lock 12 vehicles": what a button will do. */
export function commandFor(t: TFunction, kind: CommandKind, count: number): string {
  return t(`command.act.${kind}`, { count, value: formatCount(count) });
}

/** "Lock", "Charge limit 80 %": a command by itself, for lists and histories. */
export function commandName(t: TFunction, command: Command): string {
  if (command.kind !== 'set_charge_limit') return t(`command.name.${command.kind}`);
  return t('command.limitTo', { limit: amountWords(formatFraction(command.limit)) });
}
