import { isChinese, label, t } from '@/lib/language';

/** What is not known. Never 0. */
export const dash = '—';

const beijing = 'Asia/Shanghai';
const dayOf = new Intl.DateTimeFormat('en-CA', { timeZone: beijing, year: 'numeric', month: '2-digit', day: '2-digit' });
const minuteOf = new Intl.DateTimeFormat('en-GB', { timeZone: beijing, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** Beijing's day, `YYYY-MM-DD`. */
export const today = () => dayOf.format(new Date());

export const day = (moment: string) => dayOf.format(new Date(moment));

export const minute = (moment: string) => `${day(moment)} ${minuteOf.format(new Date(moment))}`;

export const percent = (value: number | null | undefined) => (value == null ? dash : `${(value * 100).toFixed(1)}%`);

export const points = (value: number | null | undefined) => (value == null ? dash : value.toFixed(2));

export const count = (value: number | null | undefined) => (value == null ? dash : value.toLocaleString('en-US'));

/** `合成-科技社团党委-330100` → `合成-330100`: what a list of committees has in common says nothing. */
export const shortName = (name: string) => (isChinese.value ? name.replace(/[-·]?(科协)?科技社团党委[-·]?(?=.)/, '-').replace(/^-/, '') : name);

export const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

export const daysAfter = (from: string, days: number) => new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);

/** The last day of the month after the one of a day. */
export function endOfNextMonth(of: string) {
  const [year, month] = of.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10);
}

export const monthName = (first: string) => `${first.slice(2, 4)}.${first.slice(5, 7)}`;

/** `36_TO_45`, `66_AND_OVER` and the like, as bands of ages are written. */
export function ageBand(code: string) {
  const [from = '', word, to] = code.split('_');
  return word === 'TO' ? t('age.between', { from, to: to! }) : word === 'AND' ? t(to === 'OVER' ? 'age.over' : 'age.under', { n: from }) : t('analysis.unknown');
}

/** `2021Q3` → 2021年第三季度; the stage that a problem is to reach has its word, years and days are as they are. */
export function period(code: string) {
  if (/^[A-Z_]+$/.test(code)) return label('RectificationStageName', code);
  const [, year, quarter] = /^(\d{4})Q([1-4])$/.exec(code) ?? [];
  return year === undefined ? code : t('word.quarter', { year, n: isChinese.value ? '一二三四'[Number(quarter) - 1]! : quarter! });
}

export function span(from: string | null | undefined, to: string | null | undefined) {
  return to == null ? t('span.since', { from: from ?? t('span.unstated') }) : t('span.fromTo', { from: from ?? t('span.unstated'), to });
}

/** Who did something; where no proxy says who asks, nobody is known. */
export const who = (actor: string) => (actor === 'unknown' ? t('word.unknownActor') : actor);
