import { html, nothing, pageNamed, type Candidate, type Column, type TemplateResult } from '@crm/portal';
import type { Project } from './conversion';
import { t } from './texts';

/** A record that is the same person; of one that the user may not read, only whose it is. */
export function candidate(one: Candidate): TemplateResult {
  const page = pageNamed(one.entity_type);
  const label = page?.label ?? one.entity_type;
  if (page === undefined || one['title'] === undefined) {
    const owner = one['owner_name'];
    return html`<li>${label}: ${owner === undefined ? t('hidden') : t('hidden_of', { owner: String(owner) })}</li>`;
  }
  return html`<li>${label}: <a href="/${page.path}/${one.id}" target="_blank">${String(one['title'])}</a></li>`;
}

export function amount(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}

export function field(name: string, kind: Column['kind'], label: string, refersTo: string | null = null): Column {
  return {
    name, kind, label, settable: true, required: name !== 'budget', max_length: null, values: null,
    refers_to: refersTo, sortable: false, help: null,
  };
}

/** What is asked for a project that begins with the client; null for none. */
export function projectPart(
  proposed: Project,
  project: Project | null,
  errors: Readonly<Record<string, string>>,
  set: (next: Project | null) => void,
): TemplateResult {
  return html`<vaadin-checkbox label=${t('project')} .checked=${project !== null}
      @change=${(event: Event) => set((event.target as HTMLInputElement).checked ? proposed : null)}></vaadin-checkbox>
    ${project === null
      ? nothing
      : html`<div class="project">
          <crm-field .column=${field('name', 'text', t('project_name'))} .value=${project.name}
            .error=${errors['project.name'] ?? ''}
            @change=${(event: CustomEvent<string | null>) => set({ ...project, name: event.detail ?? '' })}></crm-field>
          <crm-field .column=${field('budget', 'money', t('budget'))} .value=${project.budget}
            .error=${errors['project.budget'] ?? ''}
            @change=${(event: CustomEvent<string | null>) => set({ ...project, budget: event.detail })}></crm-field>
        </div>`}`;
}
