import type { Language } from '../../../contract/appearance.ts';

/** What the page left in the browser can have to say. */
export type Landing = 'answered' | 'not_used';

interface LandingTexts {
  readonly title: string;
  readonly text: string;
}

/** The page is served by the main process, which has no part in the renderer's catalogues. */
export const LANDING_TEXTS: Readonly<Record<Language, Readonly<Record<Landing, LandingTexts>>>> = {
  en: {
    answered: {
      title: 'You can go back to Motorpool',
      text: 'Motorpool has Smartcar’s answer and carries on from here. This tab can be closed.',
    },
    not_used: {
      title: 'This answer could not be used',
      text: 'It was not for the session that Motorpool waits for, or it was incomplete. Nothing was saved. Go back to Motorpool, which says what to do next. This tab can be closed.',
    },
  },
  de: {
    answered: {
      title: 'Zurück zu Motorpool',
      text: 'Motorpool hat die Antwort von Smartcar und macht von hier aus weiter. Dieser Tab kann geschlossen werden.',
    },
    not_used: {
      title: 'Diese Antwort war nicht verwendbar',
      text: 'Sie gehörte nicht zu der Sitzung, auf die Motorpool wartet, oder war unvollständig. Nichts wurde gespeichert. In Motorpool steht, wie es weitergeht. Dieser Tab kann geschlossen werden.',
    },
  },
};
