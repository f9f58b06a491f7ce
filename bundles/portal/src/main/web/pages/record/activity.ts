import type { components } from '@crm/api';
import { call, get, session } from '../../api/client';
import { today } from '../../texts/format';

export type Activity = components['schemas']['Activity'];

/** What people write; everything else the system wrote. */
export const KINDS = ['note', 'call', 'meeting', 'email'] as const;
export type Kind = (typeof KINDS)[number];

/** What a timeline may be narrowed to. */
export type Narrowed = 'all' | Kind | 'follow_up' | 'system';

export interface Typed {
  readonly action: Kind;
  readonly description: string;
  readonly due_date: string | null;
  readonly owner_id: string | null;
}

export interface Some {
  readonly items: readonly Activity[];
  readonly next_cursor: string | null;
}

export const ICONS: Readonly<Record<Kind, string>> = { note: 'note', call: 'phone', meeting: 'users', email: 'mail' };

/** The activities of a record, the newest first. */
export async function activities(
  type: string,
  id: string,
  narrowed: Narrowed,
  cursor: string | null,
  limit: number,
  signal: AbortSignal,
): Promise<Some> {
  const query = new URLSearchParams({ entity_type: type, entity_id: id, limit: String(limit) });
  if (narrowed === 'follow_up') {
    query.set('filter', 'due_date=ge=0001-01-01');
  } else if (narrowed === 'system') {
    query.set('filter', `action=out=(${KINDS.join(',')})`);
  } else if (narrowed !== 'all') {
    query.set('action', narrowed);
  }
  if (cursor !== null) {
    query.set('cursor', cursor);
  }
  return get<Some>('activities', query, signal);
}

export function byPeople(activity: Activity): boolean {
  return (KINDS as readonly string[]).includes(activity.action);
}

/** Whether the user may change or delete it: their own, or anyone's with a permission for all. */
export function editable(activity: Activity, action: 'update' | 'delete'): boolean {
  const permissions: readonly string[] = session.account.value?.permissions ?? [];
  const all = ['*:*', 'activities:*', `activities:${action}`].some((one) => permissions.includes(one));
  return byPeople(activity) && (all || activity.user_id === session.account.value?.id);
}

export function open(activity: Activity): boolean {
  return activity.due_date != null && activity.done !== true;
}

export function overdue(activity: Activity): boolean {
  return open(activity) && activity.due_date! < today();
}

export async function done(activity: Activity): Promise<Activity> {
  return (await call<Activity>('POST', `activities/${activity.id}/done`, { ifMatch: activity.version })).body;
}

/** Opens a follow-up again: what has no date is not done, and then it has its date back. */
export async function reopen(activity: Activity): Promise<void> {
  const at = `activities/${activity.id}`;
  const body = { due_date: activity.due_date, owner_id: activity.owner_id };
  // Without a day it is no follow-up, so neither done nor anybody's.
  await call('PATCH', at, { body: { due_date: null, owner_id: null } });
  await call('PATCH', at, { body });
}

export async function change(activity: Activity, typed: Partial<Typed>, version = activity.version): Promise<Activity> {
  return (await call<Activity>('PATCH', `activities/${activity.id}`, { body: typed, ifMatch: version })).body;
}

export async function remove(activity: Activity): Promise<void> {
  await call('DELETE', `activities/${activity.id}`, { ifMatch: activity.version });
}
