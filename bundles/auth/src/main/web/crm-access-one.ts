import {
  base, chosen, css, customElement, get, html, LitElement, Loading, named, nothing, place, portal, property, sheet, Watch,
  type components, type PropertyValues, type TemplateResult,
} from '@crm/portal';
import { because, recordName, type Access, type Outcome } from './access-words';
import { actionLabel } from './names';
import { t } from './texts';

interface Shown {
  readonly access: Access;
  readonly roleId: string | null;
}

/** Why one user may or may not do what with a record. */
@customElement('crm-access-one')
export class CrmAccessOne extends LitElement {
  static override styles = [
    base,
    sheet,
    css`
      .verdict {
        display: flex;
        gap: 0.625rem;
        align-items: center;
        margin: 0.5rem 0 0.75rem;
        font-size: 1.1875rem;
        font-weight: 600;
      }
      .yes {
        color: var(--crm-success);
      }
      .no {
        color: var(--crm-danger);
      }
      td.state {
        white-space: nowrap;
        font-weight: 550;
      }
      .links {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1.25rem;
        margin-top: 0.875rem;
      }
    `,
  ];

  @property() type = '';
  @property({ attribute: false }) recordId = '';
  @property() user = '';
  private readonly shown = new Loading<Shown>(this, (signal) => this.load(signal));

  constructor() {
    super();
    this.setAttribute('embedded', '');
    new Watch(this, chosen, named, portal);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.hasUpdated && ['type', 'recordId', 'user'].some((name) => changed.has(name))) {
      this.shown.value = undefined;
      void this.shown.load();
    }
  }

  override render(): TemplateResult {
    const query = new URLSearchParams(place.value.query);
    query.delete('user');
    return html`<p><a href="/admin/access?${query.toString()}">← ${t('access.back')}</a></p>
      ${this.shown.draw((shown) => this.drawn(shown))}`;
  }

  private drawn({ access, roleId }: Shown): TemplateResult {
    const record = recordName(access.entity_type, access.entity_id);
    const read = access.actions.find((each) => each.action === 'read');
    const values = { user: access.user, record };
    return html`<p class="verdict" role="status">
        ${icon(read?.allowed === true)}
        <span>${read?.allowed === true ? t('access.may', values) : t('access.may_not', values)}</span>
      </p>
      <div class="scroll" tabindex="0" role="group" aria-label=${t('access.actions', values)}><table>
        <caption class="visually-hidden">${t('access.actions', values)}</caption>
        <thead><tr>
          <th scope="col">${t('access.actions', values)}</th><td></td><th scope="col">${t('access.why')}</th>
        </tr></thead>
        <tbody>${access.actions.map((outcome) => this.line(access, outcome))}</tbody>
      </table></div>
      <div class="links">
        ${roleId === null ? nothing : html`<a href="/admin/permissions?role=${roleId}">${t('access.role', { role: access.role ?? '' })}</a>`}
        <span class="soft">${t('access.grants')}: ${access.grants.length === 0 ? t('access.grants.none') : access.grants.join(', ')}</span>
      </div>`;
  }

  private line(access: Access, outcome: Outcome): TemplateResult {
    const resource = portal.value?.pages.find((page) => page.name === access.entity_type)?.resource ?? '';
    const action = outcome.action === 'read' ? t('access.action.read') : actionLabel(resource, outcome.action);
    return html`<tr>
      <th scope="row">${action}</th>
      <td class="state">${icon(outcome.allowed === true)} ${outcome.allowed ? t('access.yes') : t('access.no')}</td>
      <td>${because(access, outcome)}</td>
    </tr>`;
  }

  private async load(signal: AbortSignal): Promise<Shown> {
    const query = { user_id: this.user, entity_type: this.type, entity_id: this.recordId };
    const [access, users] = await Promise.all([
      get<Access>('access', query, signal),
      get<{ readonly items: readonly components['schemas']['User'][] }>('users', { id: this.user }, signal),
    ]);
    return { access, roleId: users.items[0]?.role_id ?? null };
  }
}

export function icon(yes: boolean): TemplateResult {
  return html`<crm-icon class=${yes ? 'yes' : 'no'} name=${yes ? 'check' : 'close'}></crm-icon>`;
}
