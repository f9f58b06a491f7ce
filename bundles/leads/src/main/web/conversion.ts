import { call, get, Problem, type Attempt, type Candidate, type Row } from '@crm/portal';

export interface Project {
  readonly name: string;
  readonly budget: string | null;
}

/** How the lead is to become a client. */
export interface Conversion {
  /** An existing client, or null to make one. */
  readonly client_id: string | null;
  readonly project: Project | null;
}

export type Result =
  | { readonly kind: 'converted'; readonly client: Row; readonly first: boolean }
  | { readonly kind: 'duplicates'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'changed'; readonly lead: Row }
  | { readonly kind: 'lost' };

/** Converts the lead as it was seen; repeated after a lost answer, it is done once. */
export async function convert(lead: Row, how: Conversion, attempt: Attempt): Promise<Result> {
  const body = { ...(how.client_id !== null && { client_id: how.client_id }), ...(how.project !== null && { project: how.project }) };
  try {
    const ifMatch = Number(lead['version']);
    const answer = await attempt.run([lead.id, ifMatch, body], (headers) =>
      call<Row>('POST', `leads/${lead.id}/convert`, { body, ifMatch, headers }),
    );
    return { kind: 'converted', client: answer.body, first: answer.status === 201 };
  } catch (failure) {
    if (!(failure instanceof Problem)) {
      throw failure;
    }
    return refused(lead, failure);
  }
}

async function refused(lead: Row, problem: Problem): Promise<Result> {
  if (problem.status === 409 && problem.body.candidates !== undefined) {
    return { kind: 'duplicates', candidates: problem.body.candidates };
  }
  if (problem.status === 409 && problem.body.current === 'lost') {
    return { kind: 'lost' };
  }
  if (problem.status !== 412) {
    throw problem;
  }
  const now = await get<Row>(`leads/${lead.id}`);
  // Somebody else was faster with the same; then it is done.
  const client = now['converted_to_client_id'];
  return typeof client === 'string'
    ? { kind: 'converted', client: await get<Row>(`clients/${client}`), first: false }
    : { kind: 'changed', lead: now };
}
