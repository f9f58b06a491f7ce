import { html, render, type TemplateResult } from 'lit';
import '@vaadin/dialog';
import '@vaadin/button';
import { dialogFooterRenderer, dialogRenderer } from '@vaadin/dialog/lit';
import { t } from '../texts/texts';

interface Question {
  readonly title: string;
  readonly text: string | TemplateResult;
  readonly yes: string;
  readonly danger?: boolean;
}

/** Asks before something that cannot be undone; resolves to whether to do it. */
export function confirm(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const place = document.body.appendChild(document.createElement('div'));
    let answer = false;
    const end = (given: boolean): void => {
      answer = given;
      place.querySelector('vaadin-dialog')!.opened = false;
    };
    const gone = (): void => {
      place.remove();
      resolve(answer);
    };
    render(
      html`<vaadin-dialog
        role="alertdialog"
        header-title=${question.title}
        opened
        @closed=${gone}
        ${dialogRenderer(() => (typeof question.text === 'string' ? html`<p>${question.text}</p>` : question.text), [])}
        ${dialogFooterRenderer(
          () => html`
            <vaadin-button @click=${() => end(false)}>${t('button.cancel')}</vaadin-button>
            <vaadin-button theme="primary ${question.danger ? 'error' : ''}" @click=${() => end(true)}>
              ${question.yes}
            </vaadin-button>
          `,
          [],
        )}
      ></vaadin-dialog>`,
      place,
    );
  });
}
