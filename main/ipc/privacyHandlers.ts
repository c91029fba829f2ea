import type { Services } from '../app/services.ts';
import type { RequestHandlers } from './register.ts';

const DONE = { ok: true, value: null } as const;

/** What is kept from others' eyes. */
export function createPrivacyHandlers({
  settings,
  board,
  activity,
}: Pick<Services, 'settings' | 'board' | 'activity'>): Pick<RequestHandlers, 'privacy.set'> {
  return {
    'privacy.set': (privacy) => {
      const { hideDetails } = settings.get('privacy');
      settings.set('privacy', privacy);
      board.announce();
      if (hideDetails !== privacy.hideDetails) {
        const event = privacy.hideDetails ? 'settings.detailsHidden' : 'settings.detailsShown';
        void activity.note({ kind: 'settings', event, byPerson: true });
      }
      return DONE;
    },
  };
}
