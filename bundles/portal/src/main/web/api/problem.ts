import { rule } from './rules';

/** One field that broke a rule. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** A record that looks like the one which was refused. */
export interface Candidate {
  readonly entity_type: string;
  readonly id: string;
  readonly [column: string]: unknown;
}

/** The body of an answer of `application/problem+json` (RFC 9457). */
export interface ProblemBody {
  readonly type?: string;
  readonly title?: string;
  readonly status: number;
  readonly detail?: string;
  readonly request_id?: string;
  readonly errors?: readonly FieldError[];
  readonly module?: string;
  readonly candidates?: readonly Candidate[];
  readonly current?: string;
  readonly allowed?: readonly string[];
  readonly [member: string]: unknown;
}

/** An answer other than 2xx, or none at all: `status` is 0 when the server was not reached. */
export class Problem extends Error {
  constructor(
    readonly body: ProblemBody,
    readonly retryAfter: number | null = null,
  ) {
    super(body.detail ?? body.title ?? `HTTP ${body.status}`);
    this.name = 'Problem';
  }

  static unreachable(cause: unknown): Problem {
    const problem = new Problem({ status: 0 });
    problem.cause = cause;
    return problem;
  }

  get status(): number {
    return this.body.status;
  }

  /** Whether the same request may succeed later: nothing was reached, or the server said so. */
  get passing(): boolean {
    return this.status === 0 || this.status === 503 || this.status === 429;
  }

  /** What the rules say of one field. */
  of(field: string): string | null {
    const error = this.body.errors?.find((candidate) => candidate.field === field);
    return error === undefined ? null : rule(error);
  }
}
