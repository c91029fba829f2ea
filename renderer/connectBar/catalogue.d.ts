/** This page's own part of the catalogue; see build/cataloguePart.ts. */
declare module '*.json?part=connectBar' {
  import type en from '../locales/en.json';

  const texts: (typeof en)['connectBar'];
  export default texts;
}
