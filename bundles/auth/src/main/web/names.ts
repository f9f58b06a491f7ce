import { portal, type RecordPage } from '@crm/portal';
import type { Line } from './permissions';
import { known, t } from './texts';

export interface Group {
  readonly name: string;
  readonly label: string;
  readonly lines: readonly Line[];
}

const OWN = new Set(['users', 'roles', 'teams']);
const PLATFORM = new Set(['activities', 'audit_logs', 'jobs', 'settings', 'modules']);

/** The lines by the module that brought them, those of the running ones first. */
export function groups(all: readonly Line[]): readonly Group[] {
  const found = new Map<string, Line[]>();
  for (const line of all) {
    const name = moduleOf(line.resource);
    found.set(name, [...(found.get(name) ?? []), line]);
  }
  const order = (name: string): number => (name === '' ? 2 : name === 'auth' || name === 'platform' ? 1 : 0);
  return [...found]
    .sort(([a], [b]) => order(a) - order(b) || a.localeCompare(b))
    .map(([name, lines]) => ({ name, label: groupLabel(name), lines: [...lines].sort(byLabel) }));
}

function byLabel(a: Line, b: Line): number {
  return resourceLabel(a.resource).localeCompare(resourceLabel(b.resource));
}

function moduleOf(resource: string): string {
  if (PLATFORM.has(resource)) {
    return 'platform';
  }
  return OWN.has(resource) ? 'auth' : (pageOf(resource)?.module ?? '');
}

function groupLabel(name: string): string {
  if (name === '') {
    return t('group.absent');
  }
  const first = [...(portal.value?.pages ?? [])]
    .filter((page) => page.module === name)
    .sort((a, b) => Number(a.group === null) - Number(b.group === null) || a.order - b.order)[0];
  return known(`group.${name}`) ?? first?.plural ?? humanised(name);
}

export function resourceLabel(resource: string): string {
  return known(`resource.${resource}`) ?? pageOf(resource)?.plural ?? humanised(resource);
}

export function actionLabel(resource: string, action: string): string {
  const declared = pageOf(resource)?.actions.find((each) => each.permission === action);
  return known(`action.${action}`) ?? declared?.label ?? humanised(action);
}

function pageOf(resource: string): RecordPage | undefined {
  return portal.value?.pages.find((page) => page.resource === resource);
}

/** `read_internal` becomes “Read internal”. */
export function humanised(name: string): string {
  const words = name.replace(/[_-]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
