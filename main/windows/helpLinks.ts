import { shell } from 'electron';
import type { HelpLink } from '../../contract/application.ts';

/** The pages for people that the app opens in the system's browser. */
const HELP: Readonly<Record<HelpLink, string>> = {
  dashboard: 'https://dashboard.smartcar.com/',
  redirect_uris: 'https://smartcar.com/docs/connect/dashboard-config',
  status_page: 'https://status.smartcar.com/',
  brands: 'https://smartcar.com/docs/help/brand-subscriptions',
};

/** Opens a page of Smartcar's; rejects where the system has nothing to open it with. */
export function openHelp(link: HelpLink): Promise<void> {
  return shell.openExternal(HELP[link]);
}
