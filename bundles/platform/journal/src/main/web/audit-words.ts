import {
  pageNamed, portal, reference, spoken, t as shell, title, type Column, type components, type RecordPage, type Row,
} from '@crm/portal';
import { plain } from './differences';
import { known, t } from './texts';

export type Entry = components['schemas']['AuditLog'] & { readonly resource_type: string; readonly action: string };

/** The actions that one can ask for, in the order of the choice. */
export const ACTIONS = [
  'created', 'updated', 'deleted', 'restored', 'status_changed', 'converted', 'merged', 'reassigned', 'granted',
  'members_changed', 'signed_in', 'signed_out', 'sign_in_failed', 'password_reset', 'password_changed', 'sessions_revoked',
  'refresh_token_reused', 'installed', 'removed',
] as const;

/** What is recorded beside the records that have a page. */
const OTHERS = ['activity', 'api_token', 'module', 'settings'] as const;

/** What happened, as a sentence. */
export function sentence(entry: Entry): string {
  const actor = entry.actor_name || t('audit.system');
  const record = recordName(entry);
  return known(`do.${entry.action}`, { actor, record }) ?? t('do.other', { actor, record, action: humanised(entry.action) });
}

/** The record's name as it is now, or as it was recorded. */
export function recordName(entry: Entry): string {
  const page = pageNamed(entry.resource_type);
  if (page === undefined) {
    return known(`type.${entry.resource_type}`, { name: noted(entry) }) ?? `${humanised(entry.resource_type)} ${noted(entry)}`.trim();
  }
  const now = entry.resource_id ? reference(entry.resource_type, entry.resource_id) : null;
  const gone = now === null || now.label.startsWith('…');
  const then = gone ? recorded(entry, page) : null;
  return `${page.label} ${then ?? now?.label ?? ''}`.trim();
}

function noted(entry: Entry): string {
  const changes = (entry.changes ?? {}) as Readonly<Record<string, unknown>>;
  const name = ['module', 'name', 'folder', 'key', 'description'].map((field) => changes[field]).find((value) => value !== undefined);
  const value = typeof name === 'object' && name !== null && 'after' in name ? name.after : name;
  return plain(value);
}

/** The name out of the fields that an entry recorded; null where they do not hold it. */
function recorded(entry: Entry, page: RecordPage): string | null {
  const changes = (entry.changes ?? {}) as Readonly<Record<string, { readonly before?: unknown; readonly after?: unknown }>>;
  const row = Object.fromEntries(page.title.map((name) => [name, changes[name]?.after ?? changes[name]?.before ?? null]));
  const found = Object.values(row).some((value) => value !== null);
  return found ? title(page, { id: '', ...row } as Row) : null;
}

export function fieldLabel(entry: Entry, field: string): string {
  return columnOf(entry, field)?.label ?? humanised(field);
}

/** A value as a person reads it; a reference by its name. */
export function fieldValue(entry: Entry, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') {
    return shell('value.none');
  }
  const column = columnOf(entry, field);
  return column === undefined || column.kind === 'json' ? plain(value) : spoken(column, value);
}

/** A member of a list by its name, where the list holds references. */
export function memberValue(entry: Entry, field: string, value: unknown): string {
  const users = entry.resource_type === 'team' && field === 'members';
  return users ? (reference('user', String(value))?.label ?? '…') : plain(value);
}

function columnOf(entry: Entry, field: string): Column | undefined {
  return pageNamed(entry.resource_type)?.columns.find((column) => column.name === field);
}

export function humanised(name: string): string {
  const words = name.replace(/_/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function actionName(action: string): string {
  return known(`act.${action}`) ?? humanised(action);
}

/** The kinds of records to choose from. */
export function kinds(): readonly { readonly label: string; readonly value: string }[] {
  const pages = (portal.value?.pages ?? []).filter((page) => page.name !== 'audit_log');
  const all = [
    ...pages.map((page) => ({ label: page.plural, value: page.name })),
    ...OTHERS.map((name) => ({ label: known(`kind.${name}`) ?? humanised(name), value: name as string })),
  ];
  return all.filter((each, index) => all.findIndex((other) => other.value === each.value) === index).sort((a, b) => a.label.localeCompare(b.label));
}

/** Where the record can be opened, if it is one with a page. */
export function recordPath(entry: Entry): string | null {
  const page = pageNamed(entry.resource_type);
  return page === undefined || page.path.includes('{') || !entry.resource_id ? null : `/${page.path}/${entry.resource_id}`;
}
