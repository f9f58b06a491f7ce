import { decimal, portal, type components, type Tone } from '@crm/portal';

export type Module = components['schemas']['Module'];

/** How bad a state is. */
export const TONES: Readonly<Record<Module['state'], Tone>> = {
  running: 'success', waiting: 'warning', failed: 'danger', stopped: 'warning', unresolved: 'danger', available: 'neutral',
};

/** A module's word as a name. */
export function named(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** What a module brings: its pages by name; what does not run says only what it is for. */
export function brings(module: Module): string {
  const description = portal.value;
  const pages = (description?.pages ?? []).filter((page) => page.module === module.name).map((page) => page.plural);
  const menus = (description?.menus ?? []).filter((menu) => menu.module === module.name && menu.group !== null).map((menu) => menu.label);
  const all = [...new Set([...pages, ...menus])];
  return all.length > 0 ? all.join(', ') : module.description;
}

/** “165 leads, 20 clients”: what a change keeps, by the names of the pages. */
export function counted(kept: Readonly<Record<string, unknown>>): string {
  return Object.entries(kept)
    .map(([table, count]) => {
      const page = portal.value?.pages.find((each) => each.resource === table);
      return `${decimal(count)} ${page?.plural ?? table.replace(/_/g, ' ')}`;
    })
    .join(', ');
}
