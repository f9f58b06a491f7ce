import { call, session } from './client';
import type { Component, Description, RecordPage } from './description';
import { Problem } from './problem';
import { Store } from './store';
import { currency } from '../texts/format';
import { language } from '../texts/texts';

/** The pages of the signed-in user; null until they are known. */
export const portal = new Store<Description | null>(null);

let etag: string | null = null;

/** Asks which pages there are now; tells only of a change. */
export async function loadPortal(): Promise<void> {
  try {
    const answer = await call<Description>('GET', 'portal', {
      query: { language: language() },
      headers: etag === null || portal.value === null ? {} : { 'If-None-Match': etag },
    });
    etag = answer.etag;
    currency.set(answer.body.currency);
    portal.set(answer.body);
  } catch (failure) {
    if (!(failure instanceof Problem) || failure.status !== 304) {
      throw failure;
    }
  }
}

session.account.listen((account) => {
  if (account === null) {
    etag = null;
    portal.set(null);
  }
});

export function pageNamed(name: string): RecordPage | undefined {
  return portal.value?.pages.find((page) => page.name === name);
}

export function pageAt(path: string): RecordPage | undefined {
  return portal.value?.pages.find((page) => page.path === path);
}

/** The scripts that this page has loaded, by the element that they define. */
const loaded = new Map<string, string>();

/** Whether a module has a newer script than the one that draws its elements here. */
export function outdated(): boolean {
  const components = portal.value?.components ?? [];
  return components.some(({ element, module }) => loaded.has(element) && loaded.get(element) !== module);
}

/** Brings a module's own element onto the page: loads its script once. */
export async function loadElement(element: string): Promise<void> {
  if (customElements.get(element) !== undefined) {
    return;
  }
  const component = portal.value?.components.find((candidate) => candidate.element === element);
  if (component === undefined) {
    throw new Problem({ status: 404, detail: element });
  }
  await import(/* @vite-ignore */ component.module);
  if (customElements.get(element) === undefined) {
    throw new Problem({ status: 404, detail: `${component.module} defines no ${element}` });
  }
  loaded.set(element, component.module);
}

/** The components for a place on the pages of a record type; those for `*` stand on each. */
export function componentsIn(slot: Component['slot'], page: string): readonly Component[] {
  const all = portal.value?.components ?? [];
  return all
    .filter((component) => component.slot === slot && (component.page === page || component.page === '*'))
    .sort((a, b) => a.order - b.order);
}
