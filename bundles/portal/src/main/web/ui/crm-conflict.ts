import { css, html, LitElement, render, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '@vaadin/button';
import '@vaadin/dialog';
import { dialogFooterRenderer, dialogRenderer } from '@vaadin/dialog/lit';
import { title, type RecordPage, type Row } from '../api/description';
import { named } from '../api/references';
import { Watch } from '../api/store';
import { chosen, t } from '../texts/texts';
import { choices } from './choices';
import type { Conflict } from './conflict';
import { base } from './styles';
import { spoken } from './value';

/** What two people made of the same fields, and which of both is to hold. */
@customElement('crm-conflict')
export class CrmConflict extends LitElement {
  static override styles = [
    base,
    choices,
    css`
      :host {
        display: grid;
        gap: 0.875rem;
        width: min(38rem, 100%);
      }
      .choices {
        grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
      }
      b {
        white-space: pre-line;
      }
    `,
  ];

  @property({ attribute: false }) conflicts: readonly Conflict[] = [];
  /** Those where mine is to hold; at first all, since somebody just typed it. */
  @state() private mine: ReadonlySet<Conflict> = new Set();

  constructor() {
    super();
    new Watch(this, named, chosen);
  }

  get settled(): readonly Conflict[] {
    return this.conflicts.filter((conflict) => this.mine.has(conflict));
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('conflicts')) {
      this.mine = new Set(this.conflicts);
    }
  }

  override render(): TemplateResult {
    return html`${this.conflicts.map(
      (conflict, index) => html`<fieldset class="choices">
        <legend>${conflict.key === null ? conflict.column.label : `${conflict.column.label}: ${conflict.key}`}</legend>
        ${this.choice(conflict, index, true)} ${this.choice(conflict, index, false)}
      </fieldset>`,
    )}`;
  }

  private choice(conflict: Conflict, index: number, mine: boolean): TemplateResult {
    const value = mine ? conflict.mine : conflict.theirs;
    return html`<label>
      <input type="radio" name="conflict-${index}" .checked=${this.mine.has(conflict) === mine}
        @change=${() => this.choose(conflict, mine)} />
      <span><small>${t(mine ? 'conflict.mine' : 'conflict.theirs')}</small><b>${words(conflict, value)}</b></span>
    </label>`;
  }

  private choose(conflict: Conflict, mine: boolean): void {
    const next = new Set(this.mine);
    next[mine ? 'add' : 'delete'](conflict);
    this.mine = next;
  }
}

function words({ key, column }: Conflict, value: unknown): string {
  const part = key !== null && typeof value !== 'string' && value !== undefined && value !== null;
  return part ? JSON.stringify(value) : spoken(key === null ? column : { ...column, kind: 'text' }, value);
}

/** Asks in a dialog; resolves to the conflicts where mine holds, or to null if it was called off. */
export function ask(page: RecordPage, conflicts: readonly Conflict[], theirs: Row): Promise<readonly Conflict[] | null> {
  return new Promise((resolve) => {
    const place = document.body.appendChild(document.createElement('div'));
    let answer: readonly Conflict[] | null = null;
    const element = document.createElement('crm-conflict');
    element.conflicts = conflicts;
    const end = (given: readonly Conflict[] | null): void => {
      answer = given;
      place.querySelector('vaadin-dialog')!.opened = false;
    };
    const gone = (): void => {
      place.remove();
      resolve(answer);
    };
    render(
      html`<vaadin-dialog
        header-title=${t('conflict.title', { title: title(page, theirs) })}
        opened
        @closed=${gone}
        ${dialogRenderer(() => html`<p>${t('conflict.text')}</p>${element}`, [])}
        ${dialogFooterRenderer(
          () => html`
            <vaadin-button @click=${() => end(null)}>${t('conflict.back')}</vaadin-button>
            <vaadin-button theme="primary" @click=${() => end(element.settled)}>${t('button.save')}</vaadin-button>
          `,
          [],
        )}
      ></vaadin-dialog>`,
      place,
    );
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'crm-conflict': CrmConflict;
  }
}
