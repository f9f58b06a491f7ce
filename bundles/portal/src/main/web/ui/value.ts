import { html, nothing, type TemplateResult } from 'lit';
import type { Column } from '../api/description';
import { reference } from '../api/references';
import { ago, date, decimal, money, timestamp } from '../texts/format';
import { t } from '../texts/texts';
import './crm-badge';

/** A value as a person reads it. Text from data is only ever text. */
export function shown(column: Column, value: unknown): TemplateResult | string | typeof nothing {
  if (value === null || value === undefined || value === '') {
    return nothing;
  }
  const text = String(value);
  switch (column.kind) {
    case 'money':
      return money(value);
    case 'decimal':
    case 'integer':
      return decimal(value);
    case 'percent':
      return `${decimal(value)} %`;
    case 'date':
      return date(text);
    case 'timestamp':
      return html`<time datetime=${text} title=${timestamp(text)}>${ago(text)}</time>`;
    case 'boolean':
      return value === true ? t('value.yes') : t('value.no');
    case 'enum':
      return badge(column, text);
    case 'reference':
      return named(column, text);
    case 'email':
      return html`<a href="mailto:${text}">${text}</a>`;
    case 'phone':
      return html`<a href="tel:${text.replace(/[^+\d]/g, '')}">${text}</a>`;
    case 'url':
      return /^https?:\/\//.test(text)
        ? html`<a href=${text} target="_blank" rel="noopener noreferrer">${text}</a>`
        : text;
    case 'json':
      return Object.entries(value as object)
        .map(([key, part]) => `${key}: ${typeof part === 'object' ? JSON.stringify(part) : String(part)}`)
        .join(', ');
    default:
      return text;
  }
}

function badge(column: Column, value: string): TemplateResult {
  const choice = column.values?.find((candidate) => candidate.value === value);
  return html`<crm-badge tone=${choice?.tone ?? 'neutral'}>${choice?.label ?? value}</crm-badge>`;
}

function named(column: Column, id: string): TemplateResult | string {
  const found = column.refers_to === null ? null : reference(column.refers_to, id);
  if (found === null) {
    return column.refers_to === null ? id : '…';
  }
  return found.href === null ? found.label : html`<a href=${found.href}>${found.label}</a>`;
}

/** A value as plain text, for titles and messages. */
export function spoken(column: Column, value: unknown): string {
  if (value === null || value === undefined || value === '') {
    return t('value.none');
  }
  switch (column.kind) {
    case 'enum':
      return column.values?.find((choice) => choice.value === value)?.label ?? String(value);
    case 'reference':
      return column.refers_to === null ? String(value) : (reference(column.refers_to, String(value))?.label ?? '…');
    case 'timestamp':
      return timestamp(String(value));
    default: {
      const drawn = shown(column, value);
      return typeof drawn === 'string' ? drawn : String(value);
    }
  }
}
