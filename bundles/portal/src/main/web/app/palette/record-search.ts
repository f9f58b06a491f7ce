import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { get } from '../../api/client';
import { column, title, type RecordPage, type Row } from '../../api/description';
import { portal } from '../../api/portal';
import { t } from '../../texts/texts';
import { explained } from '../../ui/crm-failure';
import { spoken } from '../../ui/value';
import { go } from '../router';
import type { Item, ItemGroup } from './items';

const TYPING = 120;
const SHORTEST = 2;
const FEW = 5;

/** Searches the records of all pages at once; each page's answer is shown as it comes. */
export class RecordSearch implements ReactiveController {
  /** Whether answers are still to come. */
  busy = false;
  private found: ReadonlyMap<string, ItemGroup> = new Map();
  private failures: ReadonlyMap<string, string> = new Map();
  private timer: number | null = null;
  private ending = new AbortController();

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  get groups(): readonly ItemGroup[] {
    return searched().flatMap((page) => this.found.get(page.name) ?? []);
  }

  /** What could not be searched, and why. */
  get failed(): readonly string[] {
    return [...this.failures.values()];
  }

  /** Looks for words; what earlier ones found stays until the answer, and goes with the last word. */
  look(words: string): void {
    this.stop();
    this.failures = new Map();
    if (words.length < SHORTEST) {
      this.found = new Map();
      this.busy = false;
    } else {
      this.busy = true;
      this.timer = window.setTimeout(() => void this.ask(words), TYPING);
    }
    this.host.requestUpdate();
  }

  private stop(): void {
    clearTimeout(this.timer ?? undefined);
    this.ending.abort();
    this.ending = new AbortController();
  }

  private async ask(words: string): Promise<void> {
    const { signal } = this.ending;
    await Promise.all(searched().map((page) => this.askOne(page, words, signal)));
    if (!signal.aborted) {
      this.busy = false;
      this.host.requestUpdate();
    }
  }

  private async askOne(page: RecordPage, words: string, signal: AbortSignal): Promise<void> {
    try {
      const query = { q: words, limit: FEW, fields: [...new Set(['id', ...page.title, ...details(page)])].join(',') };
      const { items } = await get<{ readonly items: readonly Row[] }>(page.path, query, signal);
      this.take(page, items.length === 0 ? null : group(page, items, words));
    } catch (failure) {
      if (signal.aborted) {
        return;
      }
      this.take(page, null);
      const text = t('palette.failed', { plural: page.plural, why: explained(failure).text });
      this.failures = new Map(this.failures).set(page.name, text);
    }
    this.host.requestUpdate();
  }

  private take(page: RecordPage, found: ItemGroup | null): void {
    const all = new Map(this.found);
    if (found === null) {
      all.delete(page.name);
    } else {
      all.set(page.name, found);
    }
    this.found = all;
  }
}

function searched(): readonly RecordPage[] {
  return (portal.value?.pages ?? [])
    .filter((page) => page.searchable && page.group !== null && !page.path.includes('{'))
    .sort((a, b) => a.order - b.order);
}

/** The columns besides the name that tell records apart. */
function details(page: RecordPage): readonly string[] {
  const telling = page.list.columns.filter((name) => {
    const { kind } = column(page, name);
    return !page.title.includes(name) && ['text', 'email', 'phone', 'enum'].includes(kind);
  });
  return telling.slice(0, 2);
}

function group(page: RecordPage, rows: readonly Row[], words: string): ItemGroup {
  const items = rows.map((row): Item => {
    const detail = details(page)
      .filter((name) => (row[name] ?? '') !== '')
      .map((name) => spoken(column(page, name), row[name]));
    return {
      id: `record-${row.id}`,
      icon: page.icon,
      label: title(page, row),
      detail: detail.join(' · '),
      run: () => go(`/${page.path}/${row.id}`),
    };
  });
  const all: Item = {
    id: `all-${page.name}`,
    icon: 'search',
    label: t('palette.all', { plural: page.plural, words }),
    run: () => go(`/${page.path}?${new URLSearchParams({ q: words })}`),
  };
  return { id: `records-${page.name}`, label: page.plural, items: rows.length < FEW ? items : [...items, all] };
}
