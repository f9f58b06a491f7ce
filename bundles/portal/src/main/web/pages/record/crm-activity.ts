import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@vaadin/button';
import { session } from '../../api/client';
import type { RecordPage } from '../../api/description';
import { named, reference } from '../../api/references';
import { Watch } from '../../api/store';
import { ago, date, timestamp, today } from '../../texts/format';
import { chosen, t } from '../../texts/texts';
import '../../ui/crm-badge';
import '../../ui/crm-icon';
import { notifyFailure, notifyUndo } from '../../ui/notify';
import { base } from '../../ui/styles';
import { byPeople, change, done, editable, ICONS, open, overdue, reopen, type Activity, type Kind, type Typed } from './activity';
import { activityStyles } from './activity-styles';
import './crm-activity-form';
import { sentence } from './sentence';

/** One entry of a timeline; tells `changed` when it is another, and `remove` when it is to go. */
@customElement('crm-activity')
export class CrmActivity extends LitElement {
  static override styles = [base, activityStyles];

  @property({ attribute: false }) page!: RecordPage;
  @property({ attribute: false }) activity!: Activity;
  @state() private editing = false;

  constructor() {
    super();
    new Watch(this, named, chosen);
  }

  override render(): TemplateResult {
    return byPeople(this.activity) ? this.written() : this.system();
  }

  private system(): TemplateResult {
    const { text, about } = sentence(this.page, this.activity);
    const link = about === null ? null : reference(about.type, about.id);
    return html`<span class="dot" aria-hidden="true"></span>
      <p><b>${this.who()}</b> ${text}
        ${link === null || link.href === null ? nothing : html`<a href=${link.href}>${link.label}</a>`}
        <span class="soft">· ${this.when()}</span></p>`;
  }

  private written(): TemplateResult {
    const { activity } = this;
    const kind = activity.action as Kind;
    return html`<span class="icon"><crm-icon name=${activity.due_date == null ? ICONS[kind] : 'calendar-clock'}></crm-icon></span>
      <article aria-label=${t(`activity.${kind}`)}>
        <header>
          <b>${t(`activity.${kind}`)}</b>
          <span class="soft">${this.who()} · ${this.when()}</span>
          ${this.editing ? nothing : this.buttons()}
        </header>
        ${this.editing ? this.form() : html`<p class="text">${activity.description}</p>${this.due()}`}
      </article>`;
  }

  private buttons(): TemplateResult {
    const { activity } = this;
    const button = (label: string, icon: string, act: () => void): TemplateResult =>
      html`<vaadin-button theme="tertiary small icon" aria-label=${label} title=${label} @click=${act}>
        <crm-icon name=${icon}></crm-icon>
      </vaadin-button>`;
    return html`<span class="buttons">
      ${editable(activity, 'update') ? button(t('button.edit'), 'pencil', () => (this.editing = true)) : nothing}
      ${editable(activity, 'delete') ? button(t('button.delete'), 'trash', () => this.tell('remove')) : nothing}
    </span>`;
  }

  private form(): TemplateResult {
    const { action, description, due_date, owner_id } = this.activity;
    const typed = { action, description: description ?? '', due_date: due_date ?? null, owner_id: owner_id ?? null } as Typed;
    return html`<crm-activity-form .typed=${typed} ?dated=${typed.due_date !== null}
      .save=${(next: Typed) => this.save(typed, next)} @leave=${() => (this.editing = false)}></crm-activity-form>`;
  }

  private due(): TemplateResult | typeof nothing {
    const { activity } = this;
    if (activity.due_date == null) {
      return nothing;
    }
    const owner = activity.owner_id == null ? null : (reference('user', activity.owner_id)?.label ?? '…');
    const me = session.account.value?.id;
    const mine = activity.owner_id === me || editable(activity, 'update');
    return html`<div class="row due">
      ${this.state()}
      ${owner === null ? nothing : html`<span class="soft">${owner}</span>`}
      ${open(activity) && mine
        ? html`<vaadin-button theme="small" @click=${this.finish}>
            <crm-icon name="check" slot="prefix"></crm-icon>${t('activity.mark_done')}
          </vaadin-button>`
        : nothing}
    </div>`;
  }

  private state(): TemplateResult {
    const { activity } = this;
    const due = activity.due_date!;
    if (!open(activity)) {
      const at = activity.done_at ?? activity.updated_at;
      return html`<crm-badge tone="success" title=${timestamp(at)}>${t('activity.done', { when: ago(at) })}</crm-badge>`;
    }
    if (overdue(activity)) {
      return html`<crm-badge tone="danger">${t('activity.overdue', { date: date(due) })}</crm-badge>`;
    }
    return due === today()
      ? html`<crm-badge tone="warning">${t('activity.today')}</crm-badge>`
      : html`<crm-badge tone="info">${t('activity.due_on', { date: date(due) })}</crm-badge>`;
  }

  private async save(before: Typed, next: Typed): Promise<void> {
    const { activity } = this;
    const saved = await change(activity, next);
    this.editing = false;
    this.tell('changed', saved);
    notifyUndo(t('record.saved'), async () => this.tell('changed', await change(saved, before)));
  }

  private async finish(): Promise<void> {
    const { activity } = this;
    try {
      this.tell('changed', await done(activity));
      if (editable(activity, 'update')) {
        notifyUndo(t('activity.done_now'), async () => {
          await reopen(activity);
          this.tell('changed');
        });
      }
    } catch (failure) {
      notifyFailure(failure);
    }
  }

  private who(): string {
    const id = this.activity.user_id;
    return id == null ? t('activity.system') : (reference('user', id)?.label ?? '…');
  }

  private when(): TemplateResult {
    const at = this.activity.created_at;
    return html`<time datetime=${at} title=${timestamp(at)}>${ago(at)}</time>`;
  }

  private tell(what: 'changed' | 'remove', detail?: Activity): void {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}
