import { html, type TemplateResult } from 'lit';

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/;

/** An element by its name, which a module's description gives, with properties of its own. */
export function staticTag(name: string, properties: Readonly<Record<string, unknown>> = {}): TemplateResult {
  if (!NAME.test(name)) {
    throw new Error(`${name} is no name of an element`);
  }
  const element = document.createElement(name);
  Object.assign(element, properties);
  return html`${element}`;
}
