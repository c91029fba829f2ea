import type { MotorpoolApi } from '../contract/api.ts';
import type en from './locales/en.json';

declare global {
  interface Window {
    /** Put there by the preload. */
    readonly motorpool: MotorpoolApi;
  }
}

declare module 'react' {
  interface HTMLAttributes<T> {
    /** Element Timing: names this element's first paint for the start-up benchmark. */
    elementtiming?: string | undefined;
  }
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}
