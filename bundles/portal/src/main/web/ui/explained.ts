import { Problem } from '../api/problem';
import { portal } from '../api/portal';
import { t } from '../texts/texts';

export interface Explained {
  readonly icon: string;
  readonly title: string;
  readonly text: string;
}

/** What a person has to know of a failure. */
export function explained(failure: unknown): Explained {
  if (!(failure instanceof Problem)) {
    return { icon: 'warning', title: t('error.title'), text: String(failure) };
  }
  if (failure.status === 0) {
    return { icon: 'offline', title: t('error.title'), text: t('error.unreachable') };
  }
  if (failure.status === 403) {
    return { icon: 'lock', title: t('error.forbidden.title'), text: t('error.forbidden', { detail: failure.message }) };
  }
  const module = failure.body.module;
  if (failure.status === 503 && module !== undefined) {
    const label = portal.value?.stopped.find((stopped) => stopped.module === module)?.label ?? module;
    return { icon: 'stopped', title: t('error.stopped.title', { module: label }), text: t('error.stopped') };
  }
  if (failure.status === 404) {
    return { icon: 'search', title: t('error.not_found.title'), text: t('error.not_found') };
  }
  if (failure.status >= 500) {
    const request = failure.body.request_id ?? '—';
    return { icon: 'warning', title: t('error.title'), text: t('error.unknown', { status: failure.status, request }) };
  }
  return { icon: 'warning', title: t('error.title'), text: failure.message };
}
