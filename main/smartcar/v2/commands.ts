import type { VehicleCommand } from '../platform.ts';

/** A command as v2.0 takes it, its path below `/vehicles/{id}`. */
export interface CommandCall {
  readonly path: string;
  readonly body: { readonly action: string } | { readonly limit: number };
}

/** Follows Smartcar's API reference v2.0, "Lock & unlock", "Start & stop charge", "Set charge limit". */
export function commandCall(command: VehicleCommand): CommandCall {
  switch (command.kind) {
    case 'lock':
      return { path: '/security', body: { action: 'LOCK' } };
    case 'unlock':
      return { path: '/security', body: { action: 'UNLOCK' } };
    case 'start_charging':
      return { path: '/charge', body: { action: 'START' } };
    case 'stop_charging':
      return { path: '/charge', body: { action: 'STOP' } };
    case 'set_charge_limit':
      return { path: '/charge/limit', body: { limit: command.limit } };
  }
}
