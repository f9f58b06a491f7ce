import {
  base, chosen, css, customElement, download, html, LitElement, nothing, notifyFailure, pageNamed, place, portal, query,
  remember, sheet, state, Watch, type Column, type TemplateResult,
} from '@crm/portal';
import { ACTIONS, actionName, kinds } from './audit-words';
import type { CrmAuditEntries } from './crm-audit-entries';
import './crm-audit-entries';
import { t } from './texts';

const NAMES = ['who', 'type', 'record', 'action', 'from', 'to'] as const;

type Filters = Readonly<Record<(typeof NAMES)[number], string>>;

/** The audit trail with filters, which are in the address. */
@customElement('crm-audit')
export class CrmAudit extends LitElement {
  static override styles = [
    base,
    sheet,
    css`
      .filters > vaadin-button {
        justify-self: start;
        margin-top: 1.625rem;
      }
      .filters {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
        gap: 0 0.875rem;
        align-items: start;
        margin-bottom: 1rem;
        padding-top: 0;
      }
    `,
  ];

  @state() private busy = false;
  @query('crm-audit-entries') private entries!: CrmAuditEntries;

  constructor() {
    super();
    new Watch(this, chosen, place, portal);
  }

  override render(): TemplateResult {
    const filters = Object.fromEntries(NAMES.map((name) => [name, place.value.query.get(name) ?? ''])) as Filters;
    const some = Object.values(filters).some((value) => value !== '');
    return html`<div class="head">
        <h1>${t('audit.title')}</h1>
        <vaadin-button class="spread" @click=${() => this.entries.refresh()}>
          <crm-icon name="restore" slot="prefix"></crm-icon>${t('audit.refresh')}
        </vaadin-button>
        <vaadin-button ?disabled=${this.busy} @click=${() => this.save(filters)}>
          <crm-icon name="download" slot="prefix"></crm-icon>${t('audit.export')}
        </vaadin-button>
      </div>
      <p class="intro">${t('audit.intro')}</p>
      <section class="card filters" aria-label=${t('audit.filters')}>
        ${this.field('who', t('audit.who'), 'reference', filters.who, 'user')}
        ${this.choice('type', t('audit.type'), filters.type, kinds())}
        ${this.record(filters)}
        ${this.choice('action', t('audit.action'), filters.action, ACTIONS.map((value) => ({ value, label: actionName(value) })))}
        ${this.field('from', t('audit.from'), 'date', filters.from)} ${this.field('to', t('audit.to'), 'date', filters.to)}
        ${some ? html`<vaadin-button theme="tertiary" @click=${() => remember(new URLSearchParams())}>${t('audit.clear')}</vaadin-button>` : nothing}
      </section>
      <crm-audit-entries .query=${asked(filters)} empty=${t('audit.empty')}></crm-audit-entries>`;
  }

  private record(filters: Filters): TemplateResult | typeof nothing {
    const page = pageNamed(filters.type);
    return page === undefined || (page.path.includes('{') && filters.record === '')
      ? nothing
      : this.field('record', t('audit.record'), 'reference', filters.record, filters.type);
  }

  private field(name: string, label: string, kind: Column['kind'], value: string, refersTo: string | null = null): TemplateResult {
    const column: Column = {
      name, label, kind, refers_to: refersTo, settable: true, required: false, max_length: null, values: null, sortable: false,
      help: null,
    };
    return html`<crm-field .column=${column} .value=${value === '' ? null : value}
      @change=${(event: CustomEvent<string | null>) => this.keep({ [name]: event.detail ?? '' })}></crm-field>`;
  }

  private choice(
    name: string,
    label: string,
    value: string,
    items: readonly { readonly label: string; readonly value: string }[],
  ): TemplateResult {
    return html`<vaadin-select label=${label} .value=${value} .items=${[{ label: t('audit.any'), value: '' }, ...items]}
      @change=${(event: Event) => {
        const picked = (event.target as HTMLInputElement).value;
        this.keep(name === 'type' ? { type: picked, record: '' } : { [name]: picked });
      }}></vaadin-select>`;
  }

  private keep(changed: Readonly<Record<string, string>>): void {
    const now = new URLSearchParams(place.value.query);
    Object.entries(changed).forEach(([name, value]) => (value === '' ? now.delete(name) : now.set(name, value)));
    remember(now);
  }

  private async save(filters: Filters): Promise<void> {
    this.busy = true;
    try {
      await download(t('audit.file'), 'audit-logs', { query: asked(filters), headers: { Accept: 'text/csv' } });
    } catch (failure) {
      notifyFailure(failure);
    } finally {
      this.busy = false;
    }
  }
}

/** The filters as GET /audit-logs takes them; days are those of the reader. */
function asked(filters: Filters): Readonly<Record<string, string>> {
  const day = (text: string, later: number): string => {
    const [year, month, date] = text.split('-').map(Number) as [number, number, number];
    return new Date(year, month - 1, date + later).toISOString();
  };
  const times = [
    filters.from === '' ? '' : `created_at=ge=${day(filters.from, 0)}`,
    filters.to === '' ? '' : `created_at=lt=${day(filters.to, 1)}`,
  ].filter((part) => part !== '');
  const all = {
    user_id: filters.who, resource_type: filters.type, resource_id: filters.record, action: filters.action, filter: times.join(';'),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}
