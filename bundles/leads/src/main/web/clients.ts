import { get, pageNamed, title, type Row } from '@crm/portal';

interface Found {
  readonly items: readonly Row[];
}

const MOST = 5;

/** The clients that may be the one that the lead belongs to: same e-mail, phone or company. */
export async function likely(lead: Row, signal: AbortSignal): Promise<readonly Row[]> {
  const page = pageNamed('client');
  const words = ['email', 'phone', 'company'].map((name) => lead[name]).filter((word) => typeof word === 'string' && word !== '');
  if (page === undefined) {
    return [];
  }
  const answers = await Promise.all(
    words.map((word) => get<Found>(page.path, { q: String(word), limit: MOST }, signal)),
  );
  const all = new Map(answers.flatMap((answer) => answer.items).map((row) => [row.id, row]));
  return [...all.values()].slice(0, MOST);
}

export async function byIds(ids: readonly string[]): Promise<readonly Row[]> {
  const page = pageNamed('client');
  if (page === undefined || ids.length === 0) {
    return [];
  }
  return (await get<Found>(page.path, new URLSearchParams(ids.map((id) => ['id', id])))).items;
}

export function nameOf(client: Row): string {
  const page = pageNamed('client');
  return page === undefined ? client.id : title(page, client);
}

/** What else tells it from others of that name. */
export function details(client: Row): string {
  return ['city', 'country', 'primary_contact_name', 'primary_contact_email']
    .map((name) => client[name])
    .filter((word) => word !== null && word !== undefined && word !== '')
    .join(' · ');
}

/** Whether a client's person has the lead's e-mail: a new client would be refused as a duplicate. */
export function samePerson(lead: Row, client: Row): boolean {
  const email = (row: Row, name: string): string => String(row[name] ?? '').trim().toLowerCase();
  const own = email(lead, 'email');
  return own !== '' && own === email(client, 'primary_contact_email');
}
