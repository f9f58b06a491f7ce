import type { RecordPage, Row } from '../../api/description';

export async function merge(_page: RecordPage, _row: Row): Promise<string | null> {
  return null;
}
