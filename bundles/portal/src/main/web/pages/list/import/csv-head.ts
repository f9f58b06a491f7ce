import { parse } from 'papaparse';

/** The beginning of a CSV file, as a person sees it before it is imported. */
export interface Head {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const BYTES = 256 * 1024;
const ROWS = 20;

/** Reads the beginning of a file; its encoding and separator are found as the server finds them. */
export async function head(file: Blob): Promise<Head> {
  const text = decoded(new Uint8Array(await file.slice(0, BYTES).arrayBuffer()));
  const { data } = parse<string[]>(text, { preview: ROWS + 1, skipEmptyLines: 'greedy' });
  const [header = [], ...rows] = data;
  return { header: header.map((name) => name.trim()), rows };
}

/** By its mark, or else UTF-8 if it can be, or Windows. */
export function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return new TextDecoder('utf-16be').decode(bytes);
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return new TextDecoder('utf-16le').decode(bytes);
  }
  try {
    // The end of a part may be within a letter.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The values of one column of the beginning that are not blank. */
export function examples(of: Head, index: number): readonly string[] {
  return of.rows.map((row) => row[index]?.trim() ?? '').filter((value) => value !== '');
}
