import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Store } from '../api/store';

/** Something that keys do, while it is registered. */
export interface Shortcut {
  /** One key or several after each other, as `event.key` names them: `c`, `?`, `g l`. */
  readonly keys: string;
  /** What it does, in the language of now. */
  readonly label: () => string;
  /** The heading under which the list shows it. */
  readonly group: () => string;
  /** Whether it can be done just now; it always can when this is missing. */
  readonly when?: () => boolean;
  /** Null where an element hears the keys itself, and only wants them in the list. */
  readonly run: (() => void) | null;
}

const KEPT = 'crm.shortcuts';
const NEXT_KEY = 1_500;

const general = new Set<Shortcut>();
const own = new Set<Shortcut>();

/** Whether single keys do something: WCAG 2.1.4 wants them to be switched off at will. */
export const singleKeys = new Store(localStorage.getItem(KEPT) !== 'off');

export function useSingleKeys(on: boolean): void {
  if (on) {
    localStorage.removeItem(KEPT);
  } else {
    localStorage.setItem(KEPT, 'off');
  }
  singleKeys.set(on);
}

/**
 * Adds shortcuts until the returned function is called. The latest with the same keys wins; those
 * of a page win over those that are there everywhere.
 */
export function addShortcuts(shortcuts: readonly Shortcut[], everywhere = false): () => void {
  const registered = everywhere ? general : own;
  shortcuts.forEach((shortcut) => registered.add(shortcut));
  return () => shortcuts.forEach((shortcut) => registered.delete(shortcut));
}

/** The shortcuts of an element, while it is on the page. */
export class Shortcuts implements ReactiveController {
  private remove: () => void = () => undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly shortcuts: readonly Shortcut[],
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.remove = addShortcuts(this.shortcuts);
  }

  hostDisconnected(): void {
    this.remove();
  }
}

/** Those that do something now, each once. */
export function activeShortcuts(): readonly Shortcut[] {
  const byKeys = new Map<string, Shortcut>();
  [...general, ...own].filter(possible).forEach((shortcut) => byKeys.set(shortcut.keys, shortcut));
  return [...byKeys.values()];
}

let pressed: readonly string[] = [];
let forgotten: number | null = null;

/** Does what a key means; called by the shell for every key that nobody else took. */
export function pressedKey(event: KeyboardEvent): void {
  if (!singleKeys.value || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (event.key === 'Shift' || busy(event)) {
    return;
  }
  clearTimeout(forgotten ?? undefined);
  const keys = [...pressed, event.key].join(' ');
  const active = activeShortcuts().filter(({ run }) => run !== null);
  const shortcut = active.find((candidate) => candidate.keys === keys);
  pressed = [];
  if (shortcut !== undefined) {
    event.preventDefault();
    shortcut.run?.();
  } else if (active.some((candidate) => candidate.keys.startsWith(`${keys} `))) {
    pressed = [...keys.split(' ')];
    forgotten = window.setTimeout(() => (pressed = []), NEXT_KEY);
  }
}

function possible(shortcut: Shortcut): boolean {
  return shortcut.when?.() ?? true;
}

const TAKING = 'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="combobox"], [role="menu"], [role="menuitem"], [role="listbox"], [role="dialog"], [role="alertdialog"], dialog, vaadin-dialog-overlay';

/** Whether somebody types, or something modal is open. */
function busy(event: KeyboardEvent): boolean {
  return event.composedPath().some((target) => target instanceof Element && target.matches(TAKING));
}

/**
 * The letter behind `g` for each path: the first of its own letters that no earlier one has. The
 * same paths in the same order have the same letters in every language.
 */
export function letters(paths: readonly string[], taken: readonly string[] = []): ReadonlyMap<string, string> {
  const used = new Set(taken);
  const chosen = new Map<string, string>();
  for (const path of paths) {
    const letter = [...path.toLowerCase()].find((candidate) => /[a-z]/.test(candidate) && !used.has(candidate));
    if (letter !== undefined) {
      used.add(letter);
      chosen.set(path, letter);
    }
  }
  return chosen;
}
