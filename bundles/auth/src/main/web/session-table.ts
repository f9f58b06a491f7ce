import { ago, html, nothing, timestamp, type components, type TemplateResult } from '@crm/portal';
import { t } from './texts';

export type Session = components['schemas']['Session'];

/** Sessions with their devices; `end` ends one of them. */
export function sessionTable(sessions: readonly Session[], end: ((session: Session) => void) | null): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${t('sessions.title')}><table>
    <caption class="visually-hidden">${t('sessions.title')}</caption>
    <thead><tr>
      <th scope="col">${t('sessions.device')}</th><th scope="col">${t('sessions.address')}</th>
      <th scope="col">${t('sessions.since')}</th><th scope="col">${t('sessions.used')}</th><td></td>
    </tr></thead>
    <tbody>${sessions.map((session) => {
      const name = device(session.user_agent ?? '');
      return html`<tr>
        <th scope="row" title=${session.user_agent ?? ''}>${name}
          ${session.current === true ? html`<crm-badge tone="success">${t('sessions.current')}</crm-badge>` : nothing}</th>
        <td>${session.address ?? ''}</td>
        <td><time datetime=${session.created_at}>${timestamp(session.created_at)}</time></td>
        <td><time datetime=${session.last_used_at} title=${timestamp(session.last_used_at)}>${ago(session.last_used_at)}</time></td>
        <td class="number">${end === null || session.current === true
          ? nothing
          : html`<vaadin-button aria-label=${t('sessions.end.label', { device: name })} @click=${() => end(session)}>${t('sessions.end')}</vaadin-button>`}</td>
      </tr>`;
    })}</tbody>
  </table></div>`;
}

const BROWSERS = [['Edg/', 'Edge'], ['OPR/', 'Opera'], ['Firefox/', 'Firefox'], ['Chrome/', 'Chrome'], ['Safari/', 'Safari'], ['curl/', 'curl']] as const;
const SYSTEMS = [['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Windows', 'Windows'], ['Mac OS X', 'macOS'], ['Linux', 'Linux']] as const;

/** “Firefox, Linux” out of what a browser calls itself. */
function device(agent: string): string {
  const parts = [BROWSERS, SYSTEMS].map((list) => list.find(([mark]) => agent.includes(mark))?.[1]);
  const known = parts.filter((part) => part !== undefined).join(', ');
  return known !== '' ? known : agent !== '' ? agent.slice(0, 40) : t('sessions.unknown');
}
