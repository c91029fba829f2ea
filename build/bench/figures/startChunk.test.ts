import { expect, test } from 'vitest';
import { scriptsOf } from './startChunk.ts';

test('what a page loads at once are its scripts and those it has preloaded, each once', () => {
  const html = `
    <link rel="stylesheet" crossorigin href="./assets/index.css" nonce="n">
    <script type="module" crossorigin src="./assets/index.js" nonce="n"></script>
    <link rel="modulepreload" crossorigin href="./assets/start.js" nonce="n">
    <link rel="modulepreload" crossorigin href="./assets/start.js" nonce="n">`;
  expect(scriptsOf(html)).toEqual(['./assets/index.js', './assets/start.js']);
});
