/**
 * Comes before the link in the arguments with which Windows starts Motorpool, so that nothing but the
 * system's own entry for the scheme makes a link of an argument.
 */
export const LINK_MARKER = '--connect-link';

/** Smartcar's custom scheme: `sc` and the client id. */
const LINK = /^sc[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}:/i;

/**
 * The one link among the arguments with which the system started Motorpool, or `null`. Chromium adds
 * arguments of its own and promises no order; two links are as good as none.
 */
export function linkIn(argv: readonly string[], platform: NodeJS.Platform): string | null {
  if (platform === 'win32' && !argv.includes(LINK_MARKER)) return null;
  const links = argv.filter((argument) => LINK.test(argument) && URL.canParse(argument));
  return links.length === 1 ? (links[0] ?? null) : null;
}
