import { send } from '../../api/client';
import type { RecordPage } from '../../api/description';
import { today } from '../../texts/format';

/** So many ids fit well into an address. */
const TOGETHER = 100;

/** Everything that a query finds as CSV, part by part as it comes; `told` hears of the bytes so far. */
export async function csv(
  page: RecordPage,
  query: URLSearchParams,
  ids: readonly string[] | null,
  told: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Blob> {
  const parts: BlobPart[] = ['\ufeff'];
  let bytes = 0;
  for (const [at, each] of queries(query, ids).entries()) {
    const answer = await send('GET', page.path, { query: each, signal, headers: { Accept: 'text/csv' } });
    const reader = answer.body!.getReader();
    let heading = at > 0;
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      let chunk = read.value;
      if (heading) {
        const end = chunk.indexOf(10);
        heading = end < 0;
        chunk = end < 0 ? chunk.subarray(chunk.length) : chunk.subarray(end + 1);
      }
      parts.push(chunk as BlobPart);
      bytes += chunk.length;
      told(bytes);
    }
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}

function queries(query: URLSearchParams, ids: readonly string[] | null): readonly URLSearchParams[] {
  if (ids === null) {
    return [query];
  }
  const all: URLSearchParams[] = [];
  for (let from = 0; from < ids.length; from += TOGETHER) {
    const some = new URLSearchParams({ fields: query.get('fields') ?? 'id', sort: query.get('sort') ?? 'id' });
    ids.slice(from, from + TOGETHER).forEach((id) => some.append('id', id));
    all.push(some);
  }
  return all;
}

/** Hands a file to the browser, which saves it. */
export function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export function fileName(page: RecordPage): string {
  return `${page.path.split('/').pop() ?? page.name}-${today()}.csv`;
}
