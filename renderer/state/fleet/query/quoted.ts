/**
 * A text as it can stand behind a colon: in quotation marks where it has more than one word. Marks
 * of its own are left out; the search does not see those (`fold.ts`).
 */
export function quoted(text: string): string {
  const plain = text.replaceAll('"', '');
  return /^\S+$/.test(plain) ? plain : `"${plain}"`;
}
