import type { SettingsId } from '../frame/shell.ts';

/** Locks at once; where there is no passphrase yet, leads to where one is set. */
export function lockNow(
  showSettings: (page: SettingsId) => void,
  report: (problem: 'unexpected') => void,
): void {
  const ask = async () => {
    const { isSet } = await window.motorpool['lock.state']();
    if (isSet) await window.motorpool['lock.now']();
    else showSettings('privacy');
  };
  ask().catch(() => report('unexpected'));
}
