/** Which records of a type a permission reaches. */
export type Scope = 'none' | 'own' | 'team' | 'all';

/** What a role may be given for one action on one resource. */
export interface Cell {
  readonly key: string;
  readonly resource: string;
  readonly action: string;
  /** The scopes that there are, the narrowest first; `none` is always there. */
  readonly scopes: readonly Scope[];
}

export interface Line {
  readonly resource: string;
  readonly cells: ReadonlyMap<string, Cell>;
  /** The actions that only some resources have. */
  readonly further: readonly Cell[];
}

/** The actions that most resources have: a column each. */
export const COMMON = ['read', 'create', 'update', 'delete', 'import', 'export'] as const;

/** Only these come in scopes: `approve_own` is an action of its own and no part of `approve`. */
const SCOPED = new Set(['read', 'update', 'delete']);
const ORDER: readonly Scope[] = ['none', 'own', 'team', 'all'];

export function lines(permissions: readonly string[]): readonly Line[] {
  const found = new Map<string, Map<string, Set<Scope>>>();
  for (const permission of permissions.filter((name) => !name.includes('*'))) {
    const [resource, action, scope] = taken(permission);
    const actions = found.get(resource) ?? new Map<string, Set<Scope>>();
    found.set(resource, actions.set(action, (actions.get(action) ?? new Set<Scope>(['none'])).add(scope)));
  }
  return [...found].map(([resource, actions]) => line(resource, actions));
}

function line(resource: string, actions: ReadonlyMap<string, ReadonlySet<Scope>>): Line {
  const cells = new Map<string, Cell>();
  actions.forEach((scopes, action) =>
    cells.set(action, {
      key: `${resource}:${action}`,
      resource,
      action,
      scopes: ORDER.filter((scope) => scopes.has(scope)),
    }),
  );
  const common: readonly string[] = COMMON;
  return { resource, cells, further: [...cells.values()].filter((cell) => !common.includes(cell.action)) };
}

/** A permission's parts: its resource, its action without scope, and its scope. */
function taken(permission: string): readonly [string, string, Scope] {
  const [resource = '', action = ''] = permission.split(':');
  const ending = /^(.+)_(own|team)$/.exec(action);
  return ending?.[1] !== undefined && SCOPED.has(ending[1])
    ? [resource, ending[1], ending[2] as Scope]
    : [resource, action, 'all'];
}

/** The name of a permission with a scope. */
export function permission(cell: Cell, scope: Exclude<Scope, 'none'>): string {
  return scope === 'all' ? cell.key : `${cell.key}_${scope}`;
}

/** What a set of permissions gives: the widest scope wins. */
export function given(cell: Cell, granted: ReadonlySet<string>): Scope {
  if (byWildcard(cell, granted)) {
    return 'all';
  }
  return [...cell.scopes].reverse().find((scope) => scope === 'none' || granted.has(permission(cell, scope))) ?? 'none';
}

/** Whether it is given by `*:*`, `leads:*` or `*:read`, and so cannot be taken away alone. */
export function byWildcard(cell: Cell, granted: ReadonlySet<string>): boolean {
  return ['*:*', `${cell.resource}:*`, `*:${cell.action}`].some((pattern) => granted.has(pattern));
}

/** Whether somebody with these permissions may give this one to others. */
export function mayGive(cell: Cell, scope: Scope, own: ReadonlySet<string>): boolean {
  return ORDER.indexOf(given(cell, own)) >= ORDER.indexOf(scope);
}

export type Edits = Readonly<Record<string, Scope>>;

/** The edits that differ from what is saved. */
export function changes(all: readonly Line[], granted: ReadonlySet<string>, edits: Edits): Edits {
  const real = cells(all).filter((cell) => {
    const edit = edits[cell.key];
    return edit !== undefined && edit !== given(cell, granted);
  });
  return Object.fromEntries(real.map((cell) => [cell.key, edits[cell.key]!]));
}

/** The permissions as they shall be: what was not edited stays as it is. */
export function edited(all: readonly Line[], granted: ReadonlySet<string>, edits: Edits): readonly string[] {
  const wanted = new Set(granted);
  for (const cell of cells(all)) {
    const scope = edits[cell.key];
    if (scope !== undefined) {
      cell.scopes.forEach((each) => each !== 'none' && wanted.delete(permission(cell, each)));
      if (scope !== 'none') {
        wanted.add(permission(cell, scope));
      }
    }
  }
  return [...wanted].sort();
}

function cells(all: readonly Line[]): readonly Cell[] {
  return all.flatMap((each) => [...each.cells.values()]);
}

/** The scope after this one, for a key that goes through them. */
export function next(cell: Cell, scope: Scope): Scope {
  return cell.scopes[(cell.scopes.indexOf(scope) + 1) % cell.scopes.length] ?? 'none';
}

/** Whether what somebody holds allows this permission: by its name, by a wildcard or with a wider scope. */
export function covers(wanted: string, own: readonly string[]): boolean {
  const [resource = '', action = ''] = wanted.split(':');
  const ending = /^(read|update|delete)_(own|team)$/.exec(action);
  const wider = ending === null ? [] : ending[2] === 'own' ? [`${ending[1]}_team`, ending[1]] : [ending[1]];
  return [action, ...wider].some((each) => ['*:*', `${resource}:*`, `*:${each}`, `${resource}:${each}`].some((name) => own.includes(name)));
}
