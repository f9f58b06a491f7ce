import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { session } from '../api/client';
import { loadPortal, portal } from '../api/portal';
import { Watch } from '../api/store';
import { chosen } from '../texts/texts';
import '../ui/crm-failure';
import './crm-sign-in';

/** The whole page: the sign-in, or the shell once it is known who is there and what runs. */
@customElement('crm-app')
export class CrmApp extends LitElement {
  @state() private failure: unknown = null;

  constructor() {
    super();
    new Watch(this, session.account, portal, chosen);
    chosen.listen(() => void this.describe());
    session.account.listen((account) => {
      if (account && !account.password_change_required) {
        void this.describe();
      }
    });
  }

  /** Styles of the document serve here: this element is all of the body. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.begin();
  }

  override render(): TemplateResult {
    if (this.failure !== null) {
      return html`<crm-failure whole .failure=${this.failure} @retry=${this.begin}></crm-failure>`;
    }
    const account = session.account.value;
    if (account === undefined) {
      return html``;
    }
    if (account === null || account.password_change_required) {
      return html`<crm-sign-in></crm-sign-in>`;
    }
    return portal.value === null ? html`` : html`<crm-shell></crm-shell>`;
  }

  private async begin(): Promise<void> {
    this.failure = null;
    try {
      await session.resume();
    } catch (failure) {
      this.failure = failure;
    }
  }

  private async describe(): Promise<void> {
    if (!session.account.value) {
      return;
    }
    try {
      await Promise.all([loadPortal(), import('./crm-shell')]);
    } catch (failure) {
      this.failure = portal.value === null ? failure : null;
    }
  }
}
