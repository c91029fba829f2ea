import type { TFunction } from 'i18next';
import type { ConnectPhase, ConnectPurpose, ConnectState } from '../../contract/connect.ts';
import type { Transport } from '../../contract/transport.ts';

export type Running = Extract<ConnectState, { status: 'running' }>;

/** Where the person is while Connect runs. */
export function placeOf(transport: Transport): 'window' | 'browser' {
  return transport === 'system_browser' ? 'browser' : 'window';
}

/** The phases that an attempt goes through if all is well, in their order. */
export function phasesOf(purpose: ConnectPurpose): readonly ConnectPhase[] {
  if (purpose.kind === 'reauthenticate') return ['waiting'];
  const isOneCar = purpose.options.vehicle.kind === 'vin';
  return [
    'waiting',
    'exchanging',
    ...(isOneCar ? (['checking_vehicle'] as const) : []),
    'saving',
    'reading_vehicles',
  ];
}

/** What is going on, as a sentence. */
export function phaseText(
  t: TFunction,
  { phase, transport }: Pick<Running, 'phase' | 'transport'>,
): string {
  return phase === 'waiting'
    ? t(`connect.phase.waiting.${placeOf(transport)}`)
    : t(`connect.phase.${phase}`);
}
