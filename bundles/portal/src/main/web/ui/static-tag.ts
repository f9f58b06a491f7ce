import type { TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { html, unsafeStatic } from 'lit/static-html.js';

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/;

/**
 * An element by its name, which a module's description gives, with properties of its own. Drawn
 * again with the same name it stays the same element, with what is typed into it.
 */
export function staticTag(name: string, properties: Readonly<Record<string, unknown>> = {}): TemplateResult {
  if (!NAME.test(name)) {
    throw new Error(`${name} is no name of an element`);
  }
  const tag = unsafeStatic(name);
  const filled = (element: Element | undefined): void => {
    if (element !== undefined) {
      Object.assign(element, properties);
    }
  };
  return html`<${tag} ${ref(filled)}></${tag}>`;
}
