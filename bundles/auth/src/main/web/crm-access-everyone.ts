import {
  base, chosen, css, customElement, get, html, LitElement, Loading, named, nothing, notifyFailure, place, portal, property,
  sheet, state, Watch, type components, type PropertyValues, type TemplateResult,
} from '@crm/portal';
import { because, recordName, type Access } from './access-words';
import { icon } from './crm-access-one';
import { actionLabel } from './names';
import { t } from './texts';

type Colleague = components['schemas']['Colleague'];

interface Shown {
  readonly found: readonly Access[];
  readonly cursor: string | null;
}

/** As many users are asked about at once. */
const PAGE = 20;

/** Who of the active users may do what with a record. */
@customElement('crm-access-everyone')
export class CrmAccessEveryone extends LitElement {
  static override styles = [
    base,
    sheet,
    css`
      .yes {
        color: var(--crm-success);
      }
      .no {
        color: var(--crm-text-soft);
      }
      h2 {
        margin-bottom: 0.625rem;
      }
      td.state {
        text-align: center;
        white-space: nowrap;
      }
      thead th:not(:first-child, :last-child) {
        text-align: center;
      }
      vaadin-button {
        margin-top: 0.75rem;
      }
    `,
  ];

  @property() type = '';
  @property({ attribute: false }) recordId = '';
  @state() private busy = false;
  private readonly shown = new Loading<Shown>(this, (signal) => this.load(null, signal));

  constructor() {
    super();
    this.setAttribute('embedded', '');
    new Watch(this, chosen, named, portal);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.hasUpdated && (changed.has('type') || changed.has('recordId'))) {
      this.shown.value = undefined;
      void this.shown.load();
    }
  }

  override render(): unknown {
    return this.shown.draw((shown) => this.drawn(shown));
  }

  private drawn({ found, cursor }: Shown): TemplateResult {
    const first = found[0];
    if (first === undefined) {
      return html`<p class="empty">${t('access.nobody')}</p>`;
    }
    const title = t('access.table', { record: recordName(this.type, this.recordId) });
    const resource = portal.value?.pages.find((page) => page.name === this.type)?.resource ?? '';
    return html`<h2>${title}</h2>
      <div class="scroll"><table>
        <caption class="visually-hidden">${title}</caption>
        <thead><tr>
          <th scope="col">${t('access.user')}</th>
          ${first.actions.map(({ action }) => html`<th scope="col">${action === 'read' ? t('access.action.read') : actionLabel(resource, action)}</th>`)}
          <th scope="col">${t('access.why')}</th>
        </tr></thead>
        <tbody>${found.map((access) => this.line(access))}</tbody>
      </table></div>
      ${cursor === null
        ? nothing
        : html`<vaadin-button ?disabled=${this.busy} @click=${() => this.more(cursor)}>${t('access.more')}</vaadin-button>`}`;
  }

  private line(access: Access): TemplateResult {
    const query = new URLSearchParams(place.value.query);
    query.set('user', access.user_id);
    const read = access.actions.find((each) => each.action === 'read');
    return html`<tr>
      <th scope="row"><a href="/admin/access?${query.toString()}" aria-label=${t('access.explain', { user: access.user })}>${access.user}</a>
        <br /><small class="soft">${access.role ?? ''}</small></th>
      ${access.actions.map(({ allowed }) => html`<td class="state">${icon(allowed === true)}<span class="visually-hidden">${allowed ? t('access.yes') : t('access.no')}</span></td>`)}
      <td>${read === undefined ? nothing : because(access, read)}</td>
    </tr>`;
  }

  private async more(cursor: string): Promise<void> {
    this.busy = true;
    try {
      const next = await this.load(cursor);
      this.shown.set({ found: [...(this.shown.value?.found ?? []), ...next.found], cursor: next.cursor });
    } catch (failure) {
      notifyFailure(failure);
    } finally {
      this.busy = false;
    }
  }

  private async load(cursor: string | null, signal?: AbortSignal): Promise<Shown> {
    const query = { limit: PAGE, ...(cursor !== null && { cursor }) };
    const people = await get<{ items: readonly Colleague[]; next_cursor: string | null }>('users/directory', query, signal);
    const asked = people.items.map(({ id }) =>
      get<Access>('access', { user_id: id, entity_type: this.type, entity_id: this.recordId }, signal),
    );
    return { found: await Promise.all(asked), cursor: people.next_cursor };
  }
}
