/** What the server says of the pages that run and that the user may see: GET /api/v1/portal. */
export interface Description {
  readonly version: string;
  /** The company's, an ISO 4217 code. */
  readonly currency: string;
  readonly pages: readonly RecordPage[];
  readonly menus: readonly Menu[];
  readonly cards: readonly Card[];
  readonly components: readonly Component[];
  readonly stopped: readonly Stopped[];
}

export type Kind =
  | 'text' | 'long_text' | 'email' | 'phone' | 'url' | 'integer' | 'decimal' | 'money' | 'percent'
  | 'date' | 'timestamp' | 'boolean' | 'enum' | 'reference' | 'json';

export type Tone = 'info' | 'success' | 'warning' | 'danger' | 'neutral';

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly tone: Tone | null;
}

export interface Column {
  readonly name: string;
  readonly label: string;
  readonly kind: Kind;
  readonly settable: boolean;
  readonly required: boolean;
  readonly max_length: number | null;
  readonly values: readonly Choice[] | null;
  /** The name of the page whose record it is the id of; `user` for a colleague. */
  readonly refers_to: string | null;
  readonly sortable: boolean;
  readonly help: string | null;
}

export interface Action {
  readonly name: string;
  readonly label: string;
  readonly icon: string;
  readonly permission: string;
  readonly method: string;
  readonly path: string;
  readonly bulk_path: string | null;
  readonly when: Readonly<Record<string, readonly string[]>> | null;
  readonly confirm: string | null;
  readonly component: string | null;
}

export interface Board {
  readonly column: string;
  readonly values: readonly string[];
  readonly sum: string | null;
  readonly card: readonly string[];
}

export interface Related {
  readonly page: string;
  readonly path: string;
  readonly label: string;
  readonly columns: readonly string[];
}

export interface Section {
  readonly name: string;
  readonly label: string;
  readonly columns: readonly string[];
}

export interface RecordPage {
  readonly name: string;
  readonly path: string;
  readonly module: string;
  readonly resource: string;
  readonly label: string;
  readonly plural: string;
  readonly icon: string;
  readonly group: string | null;
  readonly order: number;
  readonly title: readonly string[];
  readonly status: string | null;
  readonly timeline: boolean;
  readonly soft_delete: boolean;
  readonly versioned: boolean;
  readonly read_only: boolean;
  readonly searchable: boolean;
  readonly can: Readonly<Record<string, boolean>>;
  readonly columns: readonly Column[];
  readonly list: {
    readonly columns: readonly string[];
    readonly sort: string;
    readonly filters: readonly string[];
    readonly editable: readonly string[];
  };
  readonly form: readonly Section[];
  readonly board: Board | null;
  readonly related: readonly Related[];
  readonly actions: readonly Action[];
}

export interface Menu {
  readonly name: string;
  readonly label: string;
  readonly icon: string;
  /** `account` for the account's menu, null for a page that only links lead to. */
  readonly group: string | null;
  readonly order: number;
  readonly path: string;
  readonly component: string;
  readonly module: string;
}

export interface Card {
  readonly name: string;
  readonly label: string;
  readonly order: number;
  readonly kind: 'list' | 'count_by' | 'number' | 'component';
  readonly page: string;
  readonly query: string;
  readonly group_by: string | null;
  readonly sum: string | null;
  readonly columns: readonly string[];
  readonly component: string | null;
}

export interface Component {
  readonly element: string;
  readonly module: string;
  readonly slot: 'action' | 'section' | 'tab' | 'page' | 'card' | null;
  /** The name of the page on which it stands, `*` for every record's. */
  readonly page: string | null;
  readonly label: string;
  readonly order: number;
}

export interface Stopped {
  readonly module: string;
  readonly label: string;
  readonly paths: readonly string[];
}

/** A record as the API gives it. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: string };

const OWNERS = ['assigned_to', 'account_manager_id', 'owner_id'];

export function column(page: RecordPage, name: string): Column {
  const found = page.columns.find((candidate) => candidate.name === name);
  if (found === undefined) {
    throw new Error(`${page.name} has no ${name}`);
  }
  return found;
}

/** The column that says whose a record is: one of the usual ones, else the first that somebody can be put into. */
export function ownerColumn(page: RecordPage): Column | null {
  const users = page.columns.filter((one) => one.kind === 'reference' && one.refers_to === 'user');
  const usual = OWNERS.flatMap((name) => users.filter((one) => one.name === name));
  return usual[0] ?? users.find((one) => one.settable) ?? users.find((one) => one.name === 'created_by') ?? null;
}

/** What a person calls the record. */
export function title(page: RecordPage, row: Row): string {
  const words = page.title.map((name) => row[name]).filter((word) => word !== null && word !== undefined);
  return words.length > 0 ? words.join(' ') : page.label;
}
