import { html } from 'lit';
import { Notification } from '@vaadin/notification';
import '@vaadin/button';
import './crm-icon';
import { t } from '../texts/texts';
import { explained } from './crm-failure';

const SHORT = 4_000;
const LONG = 9_000;

/** Tells what has happened; the screen reader says it too. */
export function notify(text: string): void {
  Notification.show(text, { position: 'bottom-start', duration: SHORT });
}

/** Tells what has happened and how to take it back. */
export function notifyUndo(text: string, undo: () => Promise<void>): void {
  const shown = Notification.show(
    html`<span>${text}</span>
      <vaadin-button
        theme="tertiary-inline"
        @click=${() => {
          shown.close();
          undo().catch(notifyFailure);
        }}
        >${t('button.undo')}</vaadin-button
      >`,
    { position: 'bottom-start', duration: LONG },
  );
}

/** Tells that something did not work, and why. */
export function notifyFailure(failure: unknown): void {
  Notification.show(explained(failure).text, { position: 'bottom-start', duration: LONG, theme: 'error' });
}
