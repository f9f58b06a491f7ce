import {
  base, call, chosen, css, customElement, dialogFooterRenderer, dialogRenderer, get, html, LitElement, notify, notifyFailure,
  notifyUndo, portal, Problem, property, reference, session, state, t as shell, Watch,
  type Column, type RecordPage, type Row, type TemplateResult,
} from '@crm/portal';
import { t } from './texts';

/** What is a user's: the records of a page by one of its columns. */
interface Owned {
  readonly page: RecordPage;
  readonly column: Column;
  readonly count: number;
}

/** Asks who gets what a user leaves behind, and deletes the user. Tells `done` or `close`. */
@customElement('crm-user-removal')
export class CrmUserRemoval extends LitElement {
  static override styles = [
    base,
    css`
      li a {
        text-decoration: underline;
      }
      ul {
        margin: 0.5rem 0;
        padding-inline-start: 1.25rem;
      }
      crm-field {
        margin-top: 0.5rem;
      }
    `,
  ];

  @property({ attribute: false }) page!: RecordPage;
  @property({ attribute: false }) row!: Row;
  @state() private owned: readonly Owned[] | null = null;
  /** What the server counted, by table; it knows also of what cannot be seen here. */
  @state() private dependants: Readonly<Record<string, number>> = {};
  @state() private successor: string | null = null;
  @state() private error = '';
  @state() private busy = false;
  @state() private opened = true;
  private outcome: { readonly href: string } | null = null;

  constructor() {
    super();
    new Watch(this, chosen, portal);
  }

  protected override firstUpdated(): void {
    if (this.row.id === session.account.value?.id) {
      notify(t('user.oneself'));
      this.opened = false;
      return;
    }
    count(this.row.id).then((owned) => (this.owned = owned)).catch(notifyFailure);
  }

  override render(): TemplateResult {
    const name = this.name;
    return html`<vaadin-dialog
      role="alertdialog"
      header-title=${t('remove.title', { name })}
      width="30rem"
      .opened=${this.opened}
      @closed=${this.tell}
      ${dialogRenderer(() => this.content(name), [this.owned, this.dependants, this.successor, this.error, chosen.value])}
      ${dialogFooterRenderer(
        () => html`<vaadin-button @click=${() => (this.opened = false)}>${shell('button.cancel')}</vaadin-button>
          <vaadin-button theme="primary error" ?disabled=${this.busy || this.owned === null} @click=${this.end}>
            ${t('action.remove')}
          </vaadin-button>`,
        [this.busy, this.owned, chosen.value],
      )}
    ></vaadin-dialog>`;
  }

  private content(name: string): TemplateResult {
    if (this.owned === null) {
      return html`<p role="status">${t('remove.counting')}</p>`;
    }
    const unseen = Object.entries(this.dependants);
    if (this.owned.length === 0 && unseen.length === 0) {
      return html`<p>${t('remove.owns.nothing', { name })}</p>`;
    }
    return html`<p>${t('remove.text', { name })}</p>
      <p>${t('remove.owns', { name })}</p>
      <ul>
        ${this.owned.length > 0
          ? this.owned.map(
              ({ page, column, count }) => html`<li>
                <a href="/${page.path}?${column.name}=${this.row.id}" target="_blank">${page.plural}</a>:
                ${t('remove.column', { count, column: column.label })}
              </li>`,
            )
          : unseen.map(([table, count]) => html`<li>${table}: ${count}</li>`)}
      </ul>
      <crm-field
        .column=${this.column} .value=${this.successor} .error=${this.error}
        @change=${(event: CustomEvent<string | null>) => ([this.successor, this.error] = [event.detail, ''])}
      ></crm-field>`;
  }

  private get column(): Column {
    return {
      name: 'reassign_to', label: t('remove.successor'), kind: 'reference', refers_to: 'user', settable: true, required: true,
      max_length: null, values: null, sortable: false, help: t('remove.successor.help'),
    };
  }

  private readonly end = async (): Promise<void> => {
    if ((this.owned!.length > 0 || Object.keys(this.dependants).length > 0) && this.successor === null) {
      this.error = t('remove.successor.missing');
      return;
    }
    this.busy = true;
    try {
      const to = this.successor === null ? {} : { reassign_to: this.successor };
      await call('DELETE', `users/${this.row.id}`, { query: to, ifMatch: Number(this.row['version']) });
      this.outcome = { href: '/users' };
      this.opened = false;
      const successor = this.successor === null ? null : reference('user', this.successor);
      const name = this.name;
      const text = successor === null ? t('removed', { name }) : t('removed.moved', { name, successor: successor.label });
      notifyUndo(text, async () => {
        await call('POST', `users/${this.row.id}/restore`, { body: {} });
        notify(t('restored', { name }));
      });
    } catch (failure) {
      this.failed(failure);
    } finally {
      this.busy = false;
    }
  };

  private get name(): string {
    return String(this.row['full_name']);
  }

  private readonly tell = (): void => {
    this.dispatchEvent(this.outcome === null ? new CustomEvent('close') : new CustomEvent('done', { detail: this.outcome }));
  };

  private failed(failure: unknown): void {
    const dependants = failure instanceof Problem ? failure.body['dependants'] : undefined;
    if (typeof dependants === 'object' && dependants !== null) {
      this.dependants = dependants as Record<string, number>;
      this.error = t('remove.successor.missing');
    } else {
      const said = failure instanceof Problem ? failure.of('reassign_to') : null;
      this.error = said ?? '';
      if (said === null) {
        notifyFailure(failure);
      }
    }
  }
}

/** Counts what is held by the user: every reference to a user but who made the record. */
async function count(user: string): Promise<readonly Owned[]> {
  const wanted = (portal.value?.pages ?? [])
    .filter((page) => !page.read_only && !page.path.includes('{') && page.name !== 'user')
    .flatMap((page) =>
      page.columns.filter((each) => each.refers_to === 'user' && each.name !== 'created_by').map((column) => ({ page, column })),
    );
  const found = await Promise.all(
    wanted.map(async ({ page, column }) => {
      const query = { [column.name]: user, limit: 1, count: true, fields: 'id' };
      const { total } = await get<{ readonly total: number }>(page.path, query);
      return { page, column, count: total };
    }),
  );
  return found.filter((each) => each.count > 0);
}
