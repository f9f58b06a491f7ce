import type { RecordPage } from '../../api/description';
import { componentsIn } from '../../api/portal';
import { t } from '../../texts/texts';

/** A view of a record; a module draws the one that has an element. */
export interface Tab {
  readonly name: string;
  readonly label: string;
  readonly element: string | null;
}

export const DETAILS: Tab = { name: 'details', label: '', element: null };

/** The details first; on a phone the timeline is a view of its own, and then what modules add. */
export function tabsOf(page: RecordPage, narrow: boolean): readonly Tab[] {
  const details = { ...DETAILS, label: t('record.details') };
  const timeline = { name: 'timeline', label: t('timeline.title'), element: null };
  const added = componentsIn('tab', page.name).map(({ element, label }) => ({ name: element, label, element }));
  return [details, ...(narrow && page.timeline ? [timeline] : []), ...added];
}
