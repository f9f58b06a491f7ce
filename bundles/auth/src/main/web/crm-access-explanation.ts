import {
  base, chosen, customElement, css, html, LitElement, named, place, portal, reference, remember, sheet, Watch,
  type Column, type RecordPage, type TemplateResult,
} from '@crm/portal';
import { t } from './texts';
import './crm-access-everyone';
import './crm-access-one';

/** Who may do what with a record, and why: the record and the user are in the address. */
@customElement('crm-access-explanation')
export class CrmAccessExplanation extends LitElement {
  static override styles = [
    base,
    sheet,
    css`
      .form {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr));
        gap: 0 1rem;
        align-items: start;
        max-width: 60rem;
        margin-bottom: 1.25rem;
      }
    `,
  ];

  constructor() {
    super();
    new Watch(this, chosen, place, portal, named);
  }

  override render(): TemplateResult {
    const query = place.value.query;
    const [type, id, user] = ['type', 'id', 'user'].map((name) => query.get(name) ?? '') as [string, string, string];
    return html`<div class="head"><h1>${t('access.title')}</h1></div>
      <p class="intro">${t('access.intro')}</p>
      <div class="card form">
        ${this.typeField(type)}
        ${this.field('id', t('access.record'), type, id, '')}
        ${this.field('user', t('access.user'), 'user', user, t('access.user.help'))}
      </div>
      ${this.answer(type, id, user)}`;
  }

  private answer(type: string, id: string, user: string): TemplateResult {
    if (type === '' || id === '') {
      return html`<div class="empty"><crm-icon name="lock"></crm-icon><p>${t('access.choose')}</p></div>`;
    }
    return user === ''
      ? html`<crm-access-everyone .type=${type} .recordId=${id}></crm-access-everyone>`
      : html`<crm-access-one .type=${type} .recordId=${id} .user=${user}></crm-access-one>`;
  }

  private typeField(type: string): TemplateResult {
    const items = pages().map((page) => ({ label: page.plural, value: page.name }));
    if (type !== '' && !items.some((item) => item.value === type)) {
      items.push({ label: portal.value?.pages.find((page) => page.name === type)?.plural ?? type, value: type });
    }
    return html`<vaadin-select
      label=${t('access.type')} .items=${items} .value=${type}
      @change=${(event: Event) => this.keep({ type: (event.target as HTMLInputElement).value, id: null })}
    ></vaadin-select>`;
  }

  private field(name: string, label: string, refersTo: string, value: string, help: string): TemplateResult {
    const column: Column = {
      name, label, kind: 'reference', refers_to: refersTo, settable: true, required: false, max_length: null, values: null,
      sortable: false, help: help === '' ? null : help,
    };
    // Asked for here, so that the field shows the name as soon as it is known.
    if (value !== '') {
      reference(refersTo, value);
    }
    return refersTo === ''
      ? html`<vaadin-combo-box label=${label} disabled></vaadin-combo-box>`
      : html`<crm-field .column=${column} .value=${value === '' ? null : value}
          @change=${(event: CustomEvent<string | null>) => this.keep({ [name]: event.detail })}></crm-field>`;
  }

  private keep(changed: Readonly<Record<string, string | null>>): void {
    const query = new URLSearchParams(place.value.query);
    for (const [name, value] of Object.entries(changed)) {
      if (value === null || value === '') {
        query.delete(name);
      } else {
        query.set(name, value);
      }
    }
    remember(query);
  }
}

/** The pages whose records can be searched for. */
function pages(): readonly RecordPage[] {
  const all = (portal.value?.pages ?? []).filter((page) => !page.path.includes('{') && !page.read_only);
  return [...all].sort((a, b) => a.plural.localeCompare(b.plural));
}

