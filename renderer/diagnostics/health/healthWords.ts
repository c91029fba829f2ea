import type { TFunction } from 'i18next';
import {
  HEALTH_PARTS,
  type Health,
  type HealthPart,
  healthTone,
  isClockOff,
} from '../../../contract/health.ts';
import { formatCount } from '../../format/amount.ts';
import { formatBytes } from '../../format/bytes.ts';
import { dayText, exactTime, shortTime, sinceText, spanText } from '../../format/time.ts';

function network(t: TFunction, { reach, origin, answeredAt }: Health['network'], now: number) {
  const isOurs = origin !== null && new URL(origin).hostname === '127.0.0.1';
  const place = isOurs ? t('diagnostics.health.network.simulated') : (origin ?? '');
  if (reach === 'unknown') return t('diagnostics.health.network.unknown');
  if (reach === 'offline') return t('diagnostics.health.network.offline', { origin: place });
  return answeredAt === null
    ? t('diagnostics.health.network.online', { origin: place })
    : t('diagnostics.health.network.onlineAt', {
        origin: place,
        time: shortTime(answeredAt, now),
      });
}

function clock(t: TFunction, offset: number | null): string {
  if (offset === null) return t('diagnostics.health.clock.unknown');
  if (!isClockOff(offset)) return t('diagnostics.health.clock.fine');
  const span = spanText(Math.abs(offset));
  return t(`diagnostics.health.clock.${offset > 0 ? 'ahead' : 'behind'}`, { span });
}

function disk(t: TFunction, { freeBytes, copyBytes, isWritten }: Health['disk']): string {
  const size = formatBytes(copyBytes ?? 0);
  const facts =
    freeBytes === null
      ? t('diagnostics.health.disk.unknown', { size })
      : t('diagnostics.health.disk.free', { free: formatBytes(freeBytes), size });
  return isWritten ? facts : t('diagnostics.health.disk.notWritten', { facts });
}

function smartcar(t: TFunction, { calls, p50Ms, p95Ms, errors }: Health['smartcar']): string {
  if (calls === 0) return t('diagnostics.health.smartcar.none');
  const list = errors
    .map(({ type, count }) =>
      t('diagnostics.health.smartcar.error', { type, value: formatCount(count) }),
    )
    .join(', ');
  return [
    t('diagnostics.health.smartcar.counted', { count: calls, value: formatCount(calls) }),
    ...(p50Ms === null || p95Ms === null
      ? []
      : [
          t('diagnostics.health.smartcar.latency', {
            p50: formatCount(p50Ms),
            p95: formatCount(p95Ms),
          }),
        ]),
    list
      ? t('diagnostics.health.smartcar.errors', { list })
      : t('diagnostics.health.smartcar.noErrors'),
  ].join(' ');
}

function tokens(t: TFunction, found: Health['tokens'], now: number): string {
  const { connections, seen, oldestRenewal, firstEnd, reconnect } = found;
  if (connections === 0) return t('diagnostics.health.tokens.none');
  const facts =
    seen === 0 || oldestRenewal === null || firstEnd === null
      ? t('diagnostics.health.tokens.unseen', {
          count: connections,
          value: formatCount(connections),
        })
      : t('diagnostics.health.tokens.seen', {
          seen: formatCount(seen),
          connections: formatCount(connections),
          renewed: sinceText(oldestRenewal, now) ?? t('age.now'),
          end: dayText(firstEnd, now),
        });
  if (reconnect === 0) return facts;
  const value = formatCount(reconnect);
  return `${facts} ${t('diagnostics.health.tokens.reconnect', { count: reconnect, value })}`;
}

function queue(t: TFunction, found: Health['queue'], now: number): string {
  const { running, waiting, paused, nextAt, throttled } = found;
  const count = waiting;
  const parts =
    waiting + running === 0
      ? [t('diagnostics.health.queue.empty')]
      : [
          t('diagnostics.health.queue.waiting', {
            count,
            value: formatCount(count),
            running: formatCount(running),
          }),
        ];
  if (paused) parts.push(t('diagnostics.health.queue.paused'));
  if (throttled) parts.push(t('diagnostics.health.queue.throttled'));
  if (nextAt !== null) {
    parts.push(t('diagnostics.health.queue.next', { time: shortTime(nextAt, now) }));
  }
  return parts.join(' ');
}

/** What there is to say of one part. */
export function partWords(t: TFunction, part: HealthPart, health: Health): string {
  const now = Date.parse(health.at);
  switch (part) {
    case 'keychain': {
      const { state, backend, entries } = health.keychain;
      if (state !== 'available') return t(`diagnostics.health.keychain.${state}`, { backend });
      const value = formatCount(entries);
      return t('diagnostics.health.keychain.available', { count: entries, backend, value });
    }
    case 'network':
      return network(t, health.network, now);
    case 'proxy':
      return t(`diagnostics.health.proxy.${health.proxy}`);
    case 'clock':
      return clock(t, health.clockOffsetMs);
    case 'disk':
      return disk(t, health.disk);
    case 'smartcar':
      return smartcar(t, health.smartcar);
    case 'tokens':
      return tokens(t, health.tokens, now);
    case 'queue':
      return queue(t, health.queue, now);
  }
}

/** The one sentence that says it all. */
export function sentence(t: TFunction, health: Health): string {
  const tone = healthTone(health);
  if (tone === 'fine') return t('diagnostics.health.sentence.fine');
  const count = Object.values(health.tones).filter((one) => one !== 'fine').length;
  return t(`diagnostics.health.sentence.${tone}`, { count });
}

/** The same as a text to paste into a mail. */
export function healthText(t: TFunction, health: Health, version: string): string {
  const head = t('diagnostics.health.copyHead', { version, time: exactTime(health.at) });
  const environment = t('diagnostics.health.copyEnvironment', health.environment);
  const lines = HEALTH_PARTS.map((part) => {
    const tone = t(`diagnostics.health.tone.${health.tones[part]}`);
    const facts = `${t(`diagnostics.health.parts.${part}`)}: ${tone}. ${partWords(t, part, health)}`;
    if (health.tones[part] === 'fine') return facts;
    return `${facts} ${t(`diagnostics.health.advice.${part}`)}`;
  });
  return [head, environment, sentence(t, health), ...lines].join('\n');
}
