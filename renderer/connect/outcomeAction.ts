import type { Permission } from '../../contract/permissions.ts';
import type { Restart } from './restart.ts';

/** A message that a person sends to the driver. */
export type MessageKind = 'access_denied' | 'invalid_subscription' | 'no_vehicles';

/** What a button of the outcome does. */
export type OutcomeAction =
  | {
      readonly name:
        | 'connect_again'
        | 'sign_in_again'
        | 'try_again'
        | 'resume'
        | 'ask_again'
        | 'use_window'
        | 'use_browser';
      readonly restart: Restart;
    }
  | {
      readonly name: 'make_optional';
      readonly restart: Restart;
      readonly permissions: readonly Permission[];
    }
  | { readonly name: 'copy_message'; readonly message: MessageKind }
  | {
      readonly name:
        | 'connect_other'
        | 'retry_exchange'
        | 'keep_vehicle'
        | 'enter_client_secret'
        | 'enter_staff_token'
        | 'open_settings'
        | 'open_dashboard'
        | 'open_status_page'
        | 'show_vehicle'
        | 'show_list'
        | 'read_vehicles';
    };

/** The best thing to do, then at most two others. */
export type OutcomeActions = readonly [OutcomeAction, ...OutcomeAction[]];
