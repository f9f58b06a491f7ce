import { get } from './client';

export interface Group {
  readonly value: string | null;
  readonly count: number;
  readonly sum: number | null;
}

/** How many records a query finds of each value of a column, and the sum of another. */
export async function grouped(
  path: string,
  query: URLSearchParams,
  by: string,
  sum: string | null,
  signal: AbortSignal,
): Promise<readonly Group[]> {
  const parameters = new URLSearchParams(query);
  parameters.delete('sort');
  parameters.set('group_by', by);
  if (sum !== null) {
    parameters.set('sum', sum);
  }
  return (await get<{ readonly groups: readonly Group[] }>(path, parameters, signal)).groups;
}

/** The groups in the order in which a column's values are declared; an unknown one comes last. */
export function ordered(groups: readonly Group[], values: readonly string[]): readonly Group[] {
  const known = values.map((value) => groups.find((group) => group.value === value) ?? { value, count: 0, sum: 0 });
  return [...known, ...groups.filter((group) => !values.includes(group.value ?? ''))];
}
