import { call } from '../../api/client';
import { title, type Action, type RecordPage, type Row } from '../../api/description';
import { Problem } from '../../api/problem';
import { componentsIn } from '../../api/portal';
import { go } from '../../app/router';
import { t } from '../../texts/texts';
import { confirm } from '../../ui/confirm';
import { notify, notifyFailure, notifyUndo } from '../../ui/notify';
import { openComponent } from '../../ui/open-component';
import type { RecordModel } from './record-model';
import { said } from './refusal';

/** Something that may be done with a record as it stands. */
export interface Doable {
  readonly label: string;
  readonly icon: string;
  readonly run: (model: RecordModel) => Promise<void>;
}

/** What the user may do with the record in its state: first the page's actions, then modules' own. */
export function allowed(page: RecordPage, row: Row): readonly Doable[] {
  const actions = page.actions
    .filter((action) => page.can[action.permission] === true && fits(action, row))
    .map((action) => ({ label: action.label, icon: action.icon, run: (model: RecordModel) => act(model, action) }));
  const components = componentsIn('action', page.name)
    .filter((component) => !page.actions.some((action) => action.component === component.element))
    .map((component) => ({
      label: component.label,
      icon: 'package',
      run: (model: RecordModel) => open(model, component.element),
    }));
  return [...actions, ...components];
}

/** Whether the record is in one of the states that the action is for. */
export function fits(action: Action, row: Row): boolean {
  return Object.entries(action.when ?? {}).every(([name, values]) => values.includes(String(row[name])));
}

/** Deletes the record and offers to take that back; where it cannot be taken back, asks before. */
export async function remove(model: RecordModel): Promise<void> {
  const { page, row, place, path } = model;
  if (row === null) {
    return;
  }
  const name = title(page, row);
  const ask = { title: t('record.delete_title', { title: name }), text: t('record.delete_text'), yes: t('button.delete'), danger: true };
  if (!page.soft_delete && !(await confirm(ask))) {
    return;
  }
  try {
    await call('DELETE', place, { ifMatch: page.versioned ? Number(row['version']) : undefined });
  } catch (failure) {
    model.refuse(said(failure));
    return;
  }
  model.end();
  const parent = path.split('/').slice(0, -1).join('/');
  go(`/${parent === '' ? path : parent}`);
  if (page.soft_delete) {
    notifyUndo(t('record.deleted', { title: name }), async () => {
      await restore(place);
      go(`/${place}`);
    });
  } else {
    notify(t('record.deleted', { title: name }));
  }
}

async function restore(place: string): Promise<void> {
  try {
    await call('POST', `${place}/restore`);
  } catch (failure) {
    // Its place may be taken, or it was made although there was another one.
    const taken = failure instanceof Problem && failure.body.candidates !== undefined;
    throw taken ? new Problem({ ...failure.body, detail: t('record.restore_duplicate') }) : failure;
  }
}

async function act(model: RecordModel, action: Action): Promise<void> {
  const { page, row } = model;
  if (action.component !== null) {
    await open(model, action.component);
    return;
  }
  const sure = action.confirm === null || (await confirm({ title: action.label, text: action.confirm, yes: action.label }));
  if (!sure || row === null) {
    return;
  }
  const path = action.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(row[name])));
  try {
    await call(action.method, path, { ifMatch: page.versioned ? Number(row['version']) : undefined });
    notify(t('record.done', { action: action.label }));
  } catch (failure) {
    model.refuse(said(failure));
  }
  await model.load();
}

async function open(model: RecordModel, element: string): Promise<void> {
  try {
    const outcome = await openComponent(element, { page: model.page, row: model.row });
    if (outcome?.message !== undefined) {
      notify(outcome.message);
    }
    if (outcome?.href !== undefined) {
      go(outcome.href);
    }
    if (outcome !== null) {
      await model.load();
    }
  } catch (failure) {
    notifyFailure(failure);
  }
}
