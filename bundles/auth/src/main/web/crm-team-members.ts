import {
  base, call, chosen, css, customElement, get, html, LitElement, Loading, nothing, notifyFailure, notifyUndo, onChange,
  Problem, property, repeat, session, sheet, state, Watch,
  type Column, type components, type PropertyValues, type RecordPage, type Row, type TemplateResult,
} from '@crm/portal';
import { t } from './texts';

type Team = components['schemas']['Team'];
type Colleague = components['schemas']['Colleague'];

interface Shown {
  readonly team: Team;
  readonly members: readonly Colleague[];
}

const MOST = 100;

/** Who is in a team: a section on its page. */
@customElement('crm-team-members')
export class CrmTeamMembers extends LitElement {
  static override styles = [
    base,
    sheet,
    css`
      .add {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-end;
        gap: 0.5rem;
        margin-bottom: 0.875rem;
      }
      crm-field {
        flex: 0 1 22rem;
      }
      td:last-child {
        text-align: end;
      }
    `,
  ];

  @property({ attribute: false }) page: RecordPage | null = null;
  @property({ attribute: false }) row: Row | null = null;
  @state() private busy = false;
  @state() private conflict = false;
  @state() private said = '';
  /** Makes the field anew after it was used. */
  @state() private turn = 0;
  private readonly shown = new Loading<Shown | null>(this, (signal) => this.load(signal));
  private stop = (): void => undefined;

  constructor() {
    super();
    new Watch(this, chosen, session.account);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('embedded', '');
    this.stop = onChange((change) => (change === null || change.id === this.row?.id) && !this.busy && void this.shown.load());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('row') && changed.get('row')?.id !== this.row?.id && this.hasUpdated) {
      void this.shown.load();
    }
  }

  override render(): TemplateResult {
    return html`${this.shown.draw((shown) => (shown === null ? nothing : this.drawn(shown)))}
      <span class="visually-hidden" role="status">${this.said}</span>`;
  }

  private drawn({ team, members }: Shown): TemplateResult {
    const may = this.may;
    return html`<p class="intro">${t('team.intro')}</p>
      ${this.conflict
        ? html`<div class="hint warning" role="alert"><crm-icon name="warning"></crm-icon>${t('team.conflict')}</div>`
        : nothing}
      ${may ? this.adder(team) : nothing}
      ${members.length === 0
        ? html`<div class="empty"><crm-icon name="users"></crm-icon><p>${t('team.empty')}</p></div>`
        : html`<div class="scroll"><table>
            <caption class="visually-hidden">${t('team.count', { count: members.length })}</caption>
            <thead><tr><th scope="col">${t('team.name')}</th><th scope="col">${t('team.role')}</th><td></td></tr></thead>
            <tbody>${members.map((member) => this.line(team, member, may))}</tbody>
          </table></div>`}`;
  }

  private line(team: Team, member: Colleague, may: boolean): TemplateResult {
    const label = t('team.take', { name: member.full_name });
    return html`<tr>
      <th scope="row"><a href="/users/${member.id}">${member.full_name}</a></th>
      <td>${member.role ?? ''}</td>
      <td>${may
        ? html`<vaadin-button theme="tertiary icon" aria-label=${label} title=${label} ?disabled=${this.busy}
            @click=${() => this.take(team, member)}><crm-icon name="close"></crm-icon></vaadin-button>`
        : nothing}</td>
    </tr>`;
  }

  private adder(team: Team): TemplateResult {
    const column: Column = {
      name: 'member', label: t('team.add'), kind: 'reference', refers_to: 'user', settable: true, required: false,
      max_length: null, values: null, sortable: false, help: null,
    };
    return html`<div class="add">
      ${repeat([this.turn], (turn) => turn, () => html`<crm-field .column=${column} .value=${null}
        @change=${(event: CustomEvent<string | null>) => event.detail !== null && this.add(team, event.detail)}></crm-field>`)}
    </div>`;
  }

  private get may(): boolean {
    const own = session.account.value?.permissions ?? [];
    return own.some((name) => ['*:*', 'teams:*', 'teams:update', 'teams:update_team', 'teams:update_own'].includes(name));
  }

  private async add(team: Team, user: string): Promise<void> {
    if (!team.members.includes(user) && (await this.put(team, [...team.members, user]))) {
      const name = this.shown.value?.members.find((member) => member.id === user)?.full_name ?? '';
      this.said = t('team.added', { name });
    }
    this.turn++;
  }

  private async take(team: Team, member: Colleague): Promise<void> {
    if (await this.put(team, team.members.filter((each) => each !== member.id))) {
      notifyUndo(t('team.taken', { name: member.full_name }), async () => {
        const now = this.shown.value!.team;
        await this.put(now, [...now.members, member.id]);
      });
    }
  }

  private async put(team: Team, members: readonly string[]): Promise<boolean> {
    this.busy = true;
    this.conflict = false;
    try {
      const { body } = await call<Team>('PUT', `teams/${team.id}/members`, { body: members, ifMatch: team.version });
      this.dispatchEvent(new CustomEvent('changed', { detail: body, bubbles: true, composed: true }));
      return true;
    } catch (failure) {
      this.conflict = failure instanceof Problem && failure.status === 412;
      if (!this.conflict) {
        notifyFailure(failure);
      }
      return false;
    } finally {
      await this.shown.load();
      this.busy = false;
    }
  }

  private async load(signal: AbortSignal): Promise<Shown | null> {
    if (this.row === null) {
      return null;
    }
    const team = await get<Team>(`teams/${this.row.id}`, undefined, signal);
    return { team, members: await colleagues(team.members, signal) };
  }
}

/** The colleagues behind ids; of one who is deactivated only the id is known. */
async function colleagues(ids: readonly string[], signal: AbortSignal): Promise<readonly Colleague[]> {
  const known = new Map<string, Colleague>();
  let cursor: string | null = null;
  do {
    const query = { limit: MOST, ...(cursor !== null && { cursor }) };
    const page: { items: Colleague[]; next_cursor: string | null } = await get('users/directory', query, signal);
    page.items.forEach((each) => known.set(each.id, each));
    cursor = ids.every((id) => known.has(id)) ? null : page.next_cursor;
  } while (cursor !== null);
  return ids
    .map((id) => known.get(id) ?? ({ id, full_name: `…${id.slice(-6)}` } as Colleague))
    .sort((a, b) => a.full_name.localeCompare(b.full_name));
}
