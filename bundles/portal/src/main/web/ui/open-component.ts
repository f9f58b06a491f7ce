import { loadElement } from '../api/portal';

/** The shell's own elements of this kind, which a page's action may name too. */
const OWN: Readonly<Record<string, () => Promise<unknown>>> = {
  'crm-merge': () => import('../pages/record/crm-merge'),
};

/** How a module's element that was opened over the page has ended. */
export interface Outcome {
  /** What to tell the user. */
  readonly message?: string;
  /** Where to go now; without it the page stays. */
  readonly href?: string;
}

/**
 * Opens an element of a module, or one of the shell's own, over the page: it draws its dialog itself and tells `done`, with an
 * {@link Outcome} as the detail, or `close` when it was called off. Resolves to null for the latter.
 */
export async function openComponent(
  name: string,
  properties: Readonly<Record<string, unknown>>,
): Promise<Outcome | null> {
  await (OWN[name] ?? (() => loadElement(name)))();
  return new Promise((resolve) => {
    const element = Object.assign(document.createElement(name), properties);
    const end = (outcome: Outcome | null): void => {
      element.remove();
      resolve(outcome);
    };
    element.addEventListener('done', (event) => end((event as CustomEvent<Outcome | null>).detail ?? {}), { once: true });
    element.addEventListener('close', () => end(null), { once: true });
    document.body.append(element);
  });
}
