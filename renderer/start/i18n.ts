import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from '../locales/en.json';

/*
 * The catalogue is part of the start chunk and set up in one go: a translation that arrives later
 * would paint the frame twice.
 */
i18next.use(initReactI18next).init({
  lng: 'en',
  resources: { en: { translation: en } },
  initAsync: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});
