/**
 * A very small browser for tests: a cookie jar, links and forms, one redirect at a time. It knows
 * of HTML what the Connect pages use, and runs no scripts.
 */
export type Page = {
  url: string;
  status: number;
  html: string;
  headers: Headers;
  /** Where a redirect leaves the site to (an address of another origin or scheme). */
  leftTo: string | undefined;
};

export type Fields = Record<string, string | readonly string[]>;

export type Browser = {
  open: (url: string) => Promise<Page>;
  /** Presses the button with this id (or, without one, the page's first), having typed `fields`. */
  press: (page: Page, buttonId: string, fields?: Fields) => Promise<Page>;
  /** Follows the link with this id. */
  follow: (page: Page, linkId: string) => Promise<Page>;
};

type Attributes = Record<string, string>;

const fromEntities = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

function attributesOf(tag: string): Attributes {
  const found = [...tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].slice(1);
  return Object.fromEntries(
    found.map(([, name, value]) => [name ?? '', fromEntities(value ?? '')]),
  );
}

/** All elements of a kind, each as its attributes. */
export function elements(html: string, name: string): Attributes[] {
  return [...html.matchAll(new RegExp(`<${name}\\b[^>]*>`, 'g'))].map(([tag]) => attributesOf(tag));
}

function selected(form: string): [string, string][] {
  return [...form.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)].map(([, head, options]) => {
    const all = elements(options ?? '', 'option');
    const chosen = all.find((one) => 'selected' in one) ?? all[0];
    return [attributesOf(`select ${head}`).name ?? '', chosen?.value ?? ''];
  });
}

function preset(form: string): [string, string][] {
  return elements(form, 'input').flatMap((input): [string, string][] => {
    const { name = '', type, value = '' } = input;
    const toggles = type === 'checkbox' || type === 'radio';
    if (name === '' || 'disabled' in input || (toggles && !('checked' in input))) return [];
    return [[name, value]];
  });
}

/** Makes a browser without cookies. */
export function createBrowser(headers: Record<string, string> = {}): Browser {
  const jar = new Map<string, string>();

  const request = async (url: string, body?: URLSearchParams): Promise<Page> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const init: RequestInit = { redirect: 'manual', headers: { ...headers, cookie } };
    const response = await fetch(url, body ? { ...init, method: 'POST', body } : init);
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const location = response.headers.get('location');
    const html = await response.text();
    const { status } = response;
    if (location === null)
      return { url, status, html, headers: response.headers, leftTo: undefined };
    const to = new URL(location, url);
    if (to.origin === new URL(url).origin) return request(to.href);
    return { url, status, html, headers: response.headers, leftTo: location };
  };

  const press = (page: Page, buttonId: string, fields: Fields = {}) => {
    const forms = [...page.html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)];
    for (const [, head = '', inner = ''] of forms) {
      const button = elements(inner, 'button').find((one) => one.id === buttonId);
      if (!button) continue;
      const { action = '', method } = attributesOf(`form ${head}`);
      const body = new URLSearchParams([...preset(inner), ...selected(inner)]);
      for (const [name, value] of Object.entries(fields)) {
        body.delete(name);
        for (const one of [value].flat()) body.append(name, one);
      }
      if (button.name) body.append(button.name, button.value ?? '');
      const url = new URL(action, page.url);
      if (method === 'post') return request(url.href, body);
      url.search = body.toString();
      return request(url.href);
    }
    throw new Error(`no form with button #${buttonId} at ${page.url} (${page.status})`);
  };

  const follow = (page: Page, linkId: string) => {
    const link = elements(page.html, 'a').find((one) => one.id === linkId);
    if (!link) throw new Error(`no link #${linkId} at ${page.url} (${page.status})`);
    return request(new URL(link.href ?? '', page.url).href);
  };

  return { open: (url) => request(url), press, follow };
}
