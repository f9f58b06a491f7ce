import type { RecordPage } from '../../api/description';
import { t } from '../../texts/texts';
import type { Activity } from './activity';

/** What the system wrote, in the reader's language, and the record that it speaks of. */
export interface Sentence {
  readonly text: string;
  readonly about: { readonly type: string; readonly id: string } | null;
}

interface Facts {
  readonly from?: string | null;
  readonly to?: string | null;
  readonly seconds?: number;
  readonly fields?: readonly string[];
  readonly [name: string]: unknown;
}

const PLAIN = {
  created: 'timeline.created',
  deleted: 'timeline.deleted',
  restored: 'timeline.restored',
  reassigned: 'timeline.reassigned',
  converted: 'timeline.converted',
  converted_from_lead: 'timeline.converted_from_lead',
} as const;

/** Says what happened to a record; where the portal has no words for it, the server's are taken. */
export function sentence(page: RecordPage, activity: Activity): Sentence {
  const facts = activity.metadata as Facts;
  const about = subject(facts);
  if (activity.action === 'status_changed' && facts.to != null) {
    return { text: moved(page, facts), about };
  }
  if (activity.action === 'updated' && facts.fields !== undefined && facts.fields.length > 0) {
    return { text: t('timeline.updated', { fields: labels(page, facts.fields) }), about };
  }
  const plain = PLAIN[activity.action as keyof typeof PLAIN];
  return { text: plain === undefined ? (activity.description ?? activity.action) : t(plain, { label: page.label }), about };
}

function moved(page: RecordPage, facts: Facts): string {
  const status = page.columns.find((one) => one.name === page.status);
  const word = (value: string | null | undefined): string =>
    status?.values?.find((choice) => choice.value === value)?.label ?? value ?? t('value.none');
  const others = (facts.fields ?? []).filter((name) => name !== page.status);
  const values = { column: status?.label ?? '', from: word(facts.from), to: word(facts.to) };
  const text = t('timeline.moved', values);
  return others.length === 0 ? text : `${text} ${t('timeline.moved_also', { fields: labels(page, others) })}`;
}

function labels(page: RecordPage, names: readonly string[]): string {
  return names.map((name) => page.columns.find((one) => one.name === name)?.label ?? name).join(', ');
}

/** The other record that an entry names by its id: `client_id` is that of a client. */
function subject(facts: Facts): Sentence['about'] {
  for (const [name, id] of Object.entries(facts)) {
    const type = /^(\w+)_id$/.exec(name)?.[1];
    if (type !== undefined && typeof id === 'string') {
      return { type, id };
    }
  }
  return null;
}
