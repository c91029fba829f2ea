import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../contract/application.ts';
import { useActionHere } from '../actions/screenActions.ts';
import { type SettingsId, type SettingsRequest, useShell } from '../frame/shell.ts';
import { useStatus } from '../state/cache.ts';
import shared from '../ui/shared.module.css';
import { useEscape } from '../ui/useEscape.ts';
import { foundPages } from './pages/foundPages.ts';
import { controlAt, markFound, unmarkFound } from './pages/foundText.ts';
import { PageList } from './pages/PageList.tsx';
import styles from './pages/Pages.module.css';
import { pageOf, SETTINGS_PAGES, type SettingsPage } from './pages/pageTable.ts';
import { SettingsSearch } from './pages/SettingsSearch.tsx';
import { SettingsSection } from './SettingsSection.tsx';

/** What can be taken back on these pages is one profile's and not the next one's. */
const OF_PROFILE: ReadonlySet<SettingsId> = new Set<SettingsId>([
  'connect',
  'permissions',
  'refresh',
  'budget',
]);

/** A page that was asked for gets the focus on its heading, else the screen's own heading has it. */
const headingOf = (page: SettingsId | null) => (page === null ? 'h1' : '[role="tabpanel"] h2');

/** A page may hold nothing but text, and must be scrolled by keyboard all the same. */
const panelRole = (labelledBy: string | null) => ({
  role: 'tabpanel',
  tabIndex: 0,
  'aria-labelledby': labelledBy ?? undefined,
});

/** Everything that is chosen now and then: pages, and a search over all of them. */
export default function SettingsScreen({ application }: { readonly application: Application }) {
  const { t, i18n } = useTranslation();
  const { show, settingsRequest } = useShell();
  const { profile } = useStatus();
  const [request, setRequest] = useState(settingsRequest);
  const [chosen, choose] = useState(() => pageOf(settingsRequest.page));
  const [query, setQuery] = useState(settingsRequest.search);
  const screen = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const id = useId();

  if (request !== settingsRequest) {
    setRequest(settingsRequest);
    choose(pageOf(settingsRequest.page));
    setQuery(settingsRequest.search);
  }

  const pages = foundPages(
    SETTINGS_PAGES,
    query,
    ({ name }) => t(name),
    (path) => i18n.getResource(i18n.language, 'translation', path),
  );
  const shown = pages.includes(chosen) ? chosen : (pages[0] ?? null);
  const idOf = (page: SettingsPage) => `${id}-${page.id}`;
  const panelId = `${id}-panel`;

  useEscape(() => show('vehicles'));
  const toSearch = () => {
    field.current?.focus();
    field.current?.select();
  };
  useActionHere('search', toSearch);
  useEffect(() => {
    if (panel.current && shown) markFound(panel.current, query);
    return unmarkFound;
  }, [query, shown]);

  const goToFound = () => {
    const text = panel.current && markFound(panel.current, query);
    const target = text ? controlAt(text) : panel.current?.querySelector<HTMLElement>('h2');
    target?.focus();
    text?.scrollIntoView({ block: 'nearest' });
  };
  const onRequest = useEffectEvent(({ page, search }: SettingsRequest) => {
    if (search === '') screen.current?.querySelector<HTMLElement>(headingOf(page))?.focus();
    else goToFound();
  });
  useEffect(() => onRequest(request), [request]);

  return (
    <main ref={screen} className={styles.screen} data-testid="settings-screen">
      <div className={styles.head}>
        <h1 tabIndex={-1} className={styles.title}>
          {t('settings.title')}
        </h1>
        <SettingsSearch
          ref={field}
          query={query}
          onChange={setQuery}
          onGo={goToFound}
          onList={() => shown && document.getElementById(idOf(shown))?.focus()}
        />
      </div>
      <div className={styles.body}>
        <PageList pages={pages} shown={shown} idOf={idOf} panelId={panelId} onChoose={choose} />
        <div ref={panel} id={panelId} {...panelRole(shown && idOf(shown))} className={styles.panel}>
          {shown && (
            <SettingsSection
              key={OF_PROFILE.has(shown.id) ? `${shown.id} ${profile}` : shown.id}
              title={t(shown.name)}
            >
              <shown.Section application={application} />
            </SettingsSection>
          )}
          <p role="status" className={shown ? shared.hidden : styles.none}>
            {query !== '' &&
              (shown
                ? t('settings.search.found', { count: pages.length })
                : t('settings.search.none', { query }))}
          </p>
        </div>
      </div>
    </main>
  );
}
