import { createHash } from 'node:crypto';
import type { Language } from '../../../contract/appearance.ts';
import { t } from '../../words/words.ts';

/** What the page left in the browser can have to say. */
export type Landing = 'answered' | 'not_used';

/** The app's own colours; the fonts are the system's, since the page may load nothing. */
const STYLE = `
:root { color-scheme: light dark; }
body {
  display: grid; place-content: safe center; min-height: 100vh; box-sizing: border-box;
  margin: 0; padding: 24px;
  background: light-dark(#f6f7f8, #121315); color: light-dark(#1c2025, #e7e9ec);
  font: 14px/22px system-ui, "Segoe UI", sans-serif; text-align: center;
}
main {
  box-sizing: border-box; max-width: 448px; padding: 32px;
  border: 1px solid light-dark(#e3e6ea, #2c3035); border-radius: 6px;
  background: light-dark(#ffffff, #181a1d);
}
svg { width: 32px; height: 32px; }
.answered { color: light-dark(#17703c, #63cf8e); }
.not_used { color: light-dark(#855300, #f0b64d); }
h1 { margin: 12px 0 8px; font-size: 20px; line-height: 28px; }
p { margin: 0; color: light-dark(#565e68, #a3abb5); }
`;

const PICTURES: Readonly<Record<Landing, string>> = {
  answered: '<circle cx="12" cy="12" r="9"/><path d="m8.5 12 2.5 2.5 4.5-5"/>',
  not_used: '<path d="M12 3.5 2.5 20h19z"/><path d="M12 10v4.5M12 17v.01"/>',
};

/** Headers of everything that the listener answers: nothing is kept, told on, framed or run. */
export const LANDING_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  connection: 'close',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** The page that stays in the browser. It holds nothing of what came back, and no script. */
export function landingPage(landing: Landing, language: Language): string {
  const title = t(`landing.${landing}.title`, { lng: language });
  const text = t(`landing.${landing}.text`, { lng: language });
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<svg class="${landing}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${PICTURES[landing]}</svg>
<h1>${title}</h1>
<p>${text}</p>
</main>
</body>
</html>
`;
}
