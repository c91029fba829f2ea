/** What the page left in the browser can have to say. */
export type Landing = 'answered' | 'not_used';

interface LandingTexts {
  readonly title: string;
  readonly text: string;
}

/** The page is served by the main process, which has no part in the renderer's catalogue. */
export const LANDING_LANGUAGE = 'en';
export const LANDING_TEXTS: Readonly<Record<Landing, LandingTexts>> = {
  answered: {
    title: 'You can go back to Motorpool',
    text: 'Motorpool has Smartcar’s answer and carries on from here. This tab can be closed.',
  },
  not_used: {
    title: 'This answer could not be used',
    text: 'It was not for the session that Motorpool waits for, or it was incomplete. Nothing was saved. Go back to Motorpool, which says what to do next. This tab can be closed.',
  },
};
