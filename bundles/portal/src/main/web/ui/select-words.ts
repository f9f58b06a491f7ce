/** An element of Vaadin's, which draws itself after it is on the page. */
export type Drawn = HTMLElement & { readonly updateComplete?: Promise<unknown> };

const LIST = 'choices';

/**
 * Says of a select what it leaves unsaid: that what opens the list is a combobox, which unlike a
 * button may be required, and what its list is called.
 */
export async function describeSelect(select: Drawn, label: string): Promise<void> {
  await select.updateComplete;
  const opener = select.querySelector('vaadin-select-value-button');
  const list = select.querySelector('vaadin-select-list-box');
  opener?.setAttribute('role', 'combobox');
  if (list !== null) {
    list.id = LIST;
    list.setAttribute('aria-label', label);
    opener?.setAttribute('aria-controls', LIST);
  }
}
