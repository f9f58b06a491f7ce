import {
  base, call, chosen, css, customElement, dialogFooterRenderer, dialogRenderer, get, html, LitElement,
  notifyFailure, portal, Problem, state, t as shell, Watch,
  type Column, type components, type RecordPage, type Reference, type TemplateResult, reference,
} from '@crm/portal';
import { t } from './texts';

type User = components['schemas']['User'];

/** What is a user's: the records of a page by one of its columns. */
interface Owned {
  readonly page: RecordPage;
  readonly column: Column;
  readonly count: number;
}

/** Asks who gets what a user leaves behind, and deletes the user; tells `removed` with the successor's name. */
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

  @state() private user: User | null = null;
  @state() private owned: readonly Owned[] | null = null;
  /** What the server counted, by table; it knows also of what cannot be seen here. */
  @state() private dependants: Readonly<Record<string, number>> = {};
  @state() private successor: string | null = null;
  @state() private error = '';
  @state() private busy = false;
  @state() private opened = false;

  constructor() {
    super();
    new Watch(this, chosen, portal);
  }

  open(user: User): void {
    [this.user, this.owned, this.successor, this.error, this.dependants] = [user, null, null, '', {}];
    this.opened = true;
    count(user).then((owned) => (this.owned = owned)).catch(notifyFailure);
  }

  override render(): TemplateResult {
    const name = this.user?.full_name ?? '';
    return html`<vaadin-dialog
      role="alertdialog"
      header-title=${t('remove.title', { name })}
      width="30rem"
      .opened=${this.opened}
      @closed=${() => (this.opened = false)}
      ${dialogRenderer(() => this.content(name), [this.user, this.owned, this.dependants, this.successor, this.error, chosen.value])}
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
                <a href="/${page.path}?${column.name}=${this.user?.id ?? ''}" target="_blank">${page.plural}</a>:
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
    const user = this.user!;
    if ((this.owned!.length > 0 || Object.keys(this.dependants).length > 0) && this.successor === null) {
      this.error = t('remove.successor.missing');
      return;
    }
    this.busy = true;
    try {
      const to = this.successor === null ? {} : { reassign_to: this.successor };
      await call('DELETE', `users/${user.id}`, { query: to, ifMatch: user.version });
      this.opened = false;
      const known: Reference | null = this.successor === null ? null : reference('user', this.successor);
      this.dispatchEvent(new CustomEvent('removed', { detail: known?.label ?? '' }));
    } catch (failure) {
      this.failed(failure);
    } finally {
      this.busy = false;
    }
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
async function count(user: User): Promise<readonly Owned[]> {
  const wanted = (portal.value?.pages ?? [])
    .filter((page) => !page.read_only && !page.path.includes('{') && page.name !== 'user')
    .flatMap((page) =>
      page.columns.filter((each) => each.refers_to === 'user' && each.name !== 'created_by').map((column) => ({ page, column })),
    );
  const found = await Promise.all(
    wanted.map(async ({ page, column }) => {
      const query = { [column.name]: user.id, limit: 1, count: true, fields: 'id' };
      const { total } = await get<{ readonly total: number }>(page.path, query);
      return { page, column, count: total };
    }),
  );
  return found.filter((each) => each.count > 0);
}
