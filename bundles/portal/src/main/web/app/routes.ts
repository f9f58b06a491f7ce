import { html, type TemplateResult } from 'lit';
import type { RecordPage } from '../api/description';
import { loadElement, pageAt, portal } from '../api/portal';
import { Problem } from '../api/problem';
import { staticTag } from '../ui/static-tag';
import type { Place } from './router';

/** What is drawn at a place. */
export interface Drawn {
  readonly page: TemplateResult;
  /** Whether it is kept while another page is shown: it costs much to make, and has a place to return to. */
  readonly kept: boolean;
}

/**
 * What stands at a place. `/` is home; `/leads` a list, `/leads/board` its board, `/leads/new` and
 * `/leads/<id>` a record; anything else is a page that a module draws itself. A child of another
 * record has its parent's path before it: `/clients/<id>/contacts/<id>`.
 */
export async function pageFor(place: Place): Promise<Drawn> {
  const segments = place.segments;
  if (segments.length === 0) {
    await import('../pages/home/crm-home');
    return once(html`<crm-home></crm-home>`);
  }
  const menu = portal.value?.menus.find((candidate) => candidate.path === segments.join('/'));
  if (menu !== undefined) {
    await loadElement(menu.component);
    return once(staticTag(menu.component));
  }
  const list = pageAt(segments[0] ?? '');
  if (list === undefined) {
    throw missing(segments);
  }
  if (segments.length === 1) {
    await import('../pages/list/crm-list');
    return { page: html`<crm-list .page=${list}></crm-list>`, kept: true };
  }
  return once(await recordPage(list, segments));
}

function once(page: TemplateResult): Drawn {
  return { page, kept: false };
}

async function recordPage(list: RecordPage, segments: readonly string[]): Promise<TemplateResult> {
  const [, second = '', third, fourth] = segments;
  if (second === 'board' && list.board !== null) {
    await import('../pages/board/crm-board');
    return html`<crm-board .page=${list}></crm-board>`;
  }
  if (second === 'import' && list.can['import'] === true) {
    await import('../pages/list/import/crm-import');
    return html`<crm-import .page=${list}></crm-import>`;
  }
  await import('../pages/record/crm-record');
  if (third === undefined) {
    return html`<crm-record .page=${list} .path=${list.path} record-id=${second}></crm-record>`;
  }
  const child = portal.value?.pages.find(
    (page) => page.path.split('/').map((part) => part.replace(/^\{.*\}$/, second)).join('/') === segments.slice(0, 3).join('/'),
  );
  if (child === undefined || fourth === undefined) {
    throw missing(segments);
  }
  return html`<crm-record .page=${child} .path=${segments.slice(0, 3).join('/')} record-id=${fourth}></crm-record>`;
}

function missing(segments: readonly string[]): Problem {
  const stopped = portal.value?.stopped.find((module) => module.paths.includes(`/${segments[0] ?? ''}`));
  return stopped === undefined
    ? new Problem({ status: 404 })
    : new Problem({ status: 503, module: stopped.module });
}
