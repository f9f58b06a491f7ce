import { ownerColumn, type RecordPage } from '../../api/description';
import { session } from '../../api/client';

/** What the board's address says: the words searched for, whose records, in which order. */
export interface BoardQuery {
  readonly q: string;
  /** The id of an owner, `me`, or '' for all. */
  readonly owner: string;
  readonly sort: string;
}

export function boardQuery(page: RecordPage, address: URLSearchParams): BoardQuery {
  const sort = address.get('sort') ?? '';
  return {
    q: address.get('q') ?? '',
    owner: address.get('owner') ?? '',
    sort: sorts(page).includes(sort) ? sort : page.list.sort,
  };
}

export function boardAddress(page: RecordPage, query: BoardQuery): URLSearchParams {
  const address = new URLSearchParams();
  if (query.q !== '') {
    address.set('q', query.q);
  }
  if (query.owner !== '') {
    address.set('owner', query.owner);
  }
  if (query.sort !== page.list.sort) {
    address.set('sort', query.sort);
  }
  return address;
}

/** The orders on offer: what a card shows and when it was made or touched. */
export function sorts(page: RecordPage): readonly string[] {
  const names = [...(page.board?.card ?? []), 'created_at', 'updated_at'];
  const sortable = names.filter((name) => page.columns.some((column) => column.name === name && column.sortable));
  const both = sortable.flatMap((name) => [name, `-${name}`]);
  return both.includes(page.list.sort) ? both : [page.list.sort, ...both];
}

/** The same for the API, without the column of the board itself. */
export function asked(page: RecordPage, query: BoardQuery): URLSearchParams {
  const parameters = new URLSearchParams({ sort: query.sort });
  if (query.q !== '') {
    parameters.set('q', query.q);
  }
  const owner = ownerColumn(page);
  if (query.owner !== '' && owner !== null) {
    parameters.set(owner.name, query.owner === 'me' ? (session.account.value?.id ?? '') : query.owner);
  }
  return parameters;
}
