import type { Page } from '@playwright/test';

/** Where any of these texts stands in the page: in what is read, in attributes or in fields. */
export function leaks(page: Page, texts: readonly string[]): Promise<string[]> {
  return page.evaluate((secrets) => {
    const found: string[] = [];
    const look = (where: string, text: string | null | undefined) => {
      for (const secret of secrets) {
        if (text?.includes(secret)) found.push(`${secret} in ${where}: ${text.slice(0, 120)}`);
      }
    };
    look('title', document.title);
    for (const element of document.querySelectorAll('*')) {
      if (element.matches('script, style')) continue;
      for (const { name, value } of element.attributes) look(`${element.tagName} ${name}`, value);
      for (const node of element.childNodes) {
        if (node instanceof Text) look(element.tagName, node.data);
      }
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
        look('field', element.value);
      }
    }
    return found;
  }, texts);
}
