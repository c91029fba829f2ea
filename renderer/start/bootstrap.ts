import type { Events } from '../../contract/api.ts';
import type { AppearanceState } from '../../contract/appearance.ts';
import type { EventName } from '../../contract/channels.ts';
import type { Bootstrap } from '../../contract/responses.ts';

/** One pushed change, tagged with its name. */
export type Change = {
  [N in EventName]: { readonly name: N; readonly payload: Events[N] };
}[EventName];

const early: Change[] = [];
let deliver = (change: Change): void => {
  early.push(change);
};

/*
 * This module is the first that the start chunk runs: the request travels while React and the rest
 * are still being evaluated. Subscribing comes before asking, so that no change falls in between.
 */
const { subscribe } = window.motorpool;
subscribe('fleet.changed', (payload) => deliver({ name: 'fleet.changed', payload }));
subscribe('fleet.reset', (payload) => deliver({ name: 'fleet.reset', payload }));
subscribe('queue.changed', (payload) => deliver({ name: 'queue.changed', payload }));
subscribe('commands.changed', (payload) => deliver({ name: 'commands.changed', payload }));
subscribe('connect.changed', (payload) => deliver({ name: 'connect.changed', payload }));
subscribe('alerts.changed', (payload) => deliver({ name: 'alerts.changed', payload }));
subscribe('status.changed', (payload) => deliver({ name: 'status.changed', payload }));

/** Which language to load; on its way before, because it is answered long before the vehicles are. */
export const appearance: Promise<AppearanceState> = window.motorpool['app.appearance']();

/** Everything the first paint needs; asked for exactly once, as early as possible. */
export const bootstrap: Promise<Bootstrap> = window.motorpool['app.bootstrap']();

/**
 * Hands over every change from now on. Changes that came before are delivered first: each carries
 * whole values, so replaying one that the bootstrap answer already holds does no harm.
 */
export function receiveChanges(receive: (change: Change) => void): void {
  deliver = receive;
  for (const change of early.splice(0)) receive(change);
}
