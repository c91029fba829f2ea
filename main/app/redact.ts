/** Ids and tokens of Smartcar are UUIDs; codes and states are long words. None is worth a line. */
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const QUERY = /\?[^\s"']*/g;
/** Only of addresses: a `#` also begins private names in stack traces. */
const FRAGMENT = /(:\/\/[^\s"'#]*)#[^\s"']*/g;
/** What stands before the `@` of an address is a name and its password. */
const USER = /(:\/\/)[^\s"'/@]+@/g;
const JSON_WEB_TOKEN = /\beyJ[\w-]*(?:\.[\w-]*)+/g;
const LONG_WORD = /[A-Za-z0-9+/_-]{32,}/g;
const BEARER = /\b(Bearer|Basic)\s+[^\s"',]+/gi;
/** Values with a name that gives them away, as in forms, JSON and objects that were printed. */
const NAMED =
  /\b((?:access_?token|refresh_?token|client_?secret|staff_?token|id_?token|authorization|password|secret|token|code|state|vin|latitude|longitude|lat|lng|lon)["']?\s*[=:]\s*)(?:"[^"]*"|'[^']*'|(?!\[)[^\s"',;&})]+)/gi;
/** Seventeen characters without I, O and Q (ISO 3779), with letters and digits among them. */
const VIN =
  /\b(?=[A-HJ-NPR-Z0-9]*[A-HJ-NPR-Z])(?=(?:[A-HJ-NPR-Z]*[0-9]){3})[A-HJ-NPR-Z0-9]{17}\b/gi;
/** Degrees with more than two decimals name a street. */
const DEGREES = /[-+]?\b\d{1,3}\.\d{3,}\b/g;
const MAIL = /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/g;

/**
 * Takes out of a text what might be a secret or name a car, a place or a person: tokens, codes, query
 * strings, UUIDs, VINs, coordinates, mail addresses. What was redacted stays as it is.
 */
export function redact(text: string): string {
  return text
    .replace(BEARER, '$1 […]')
    .replace(QUERY, '?[…]')
    .replace(FRAGMENT, '$1#[…]')
    .replace(USER, '$1[…]@')
    .replace(MAIL, '[mail]')
    .replace(UUID, '[id]')
    .replace(JSON_WEB_TOKEN, '[…]')
    .replace(NAMED, '$1[…]')
    .replace(VIN, '[VIN]')
    .replace(LONG_WORD, '[…]')
    .replace(DEGREES, '[degrees]');
}
