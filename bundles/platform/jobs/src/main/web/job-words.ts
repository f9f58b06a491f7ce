import { locale, pageNamed, type components, type Tone } from '@crm/portal';
import { t } from './texts';

export type Job = components['schemas']['Job'];
export type Status = Job['status'];

export const STATUSES = ['running', 'queued', 'succeeded', 'failed', 'cancelled'] as const satisfies readonly Status[];

export const TONES: Readonly<Record<Status, Tone>> = {
  running: 'info', queued: 'neutral', succeeded: 'success', failed: 'danger', cancelled: 'warning',
};

/** What a job does, in words. */
export function jobName(job: Job): string {
  const parameters = job.parameters as Readonly<Record<string, unknown>>;
  if (job.kind !== 'import') {
    const words = job.kind.replace(/_/g, ' ');
    return t('job.other', { kind: words.charAt(0).toUpperCase() + words.slice(1) });
  }
  const type = String(parameters['type'] ?? '');
  const what = pageNamed(type)?.plural ?? type;
  return t(parameters['dry_run'] === true ? 'job.import.dry' : 'job.import', { what });
}

/** Whether it may still change by itself. */
export function live(job: Job): boolean {
  return job.status === 'queued' || job.status === 'running';
}

/** A number of seconds in one unit. */
export function spoken(seconds: number): string {
  const [value, unit] = seconds < 90 ? [seconds, 'second'] : seconds < 5_400 ? [seconds / 60, 'minute'] : [seconds / 3_600, 'hour'];
  return new Intl.NumberFormat(locale(), { style: 'unit', unit: unit as string, unitDisplay: 'long', maximumFractionDigits: 0 }).format(value as number);
}
