import { beforeEach, describe, expect, it, vi } from 'vitest';

vi.hoisted(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('Element', class {
    constructor(readonly tag: string) {}
    matches(selector: string): boolean {
      return selector.split(', ').includes(this.tag);
    }
  });
});

import { activeShortcuts, addShortcuts, letters, pressedKey, useSingleKeys } from './shortcuts';

const group = (): string => 'Here';
let did: string[] = [];

function shortcut(keys: string, name = keys, when?: () => boolean) {
  return { keys, label: () => name, group, run: () => void did.push(name), ...(when && { when }) };
}

function press(key: string, more: object = {}): boolean {
  let prevented = false;
  const event = { key, composedPath: () => [], preventDefault: () => (prevented = true), ...more };
  pressedKey(event as unknown as KeyboardEvent);
  return prevented;
}

describe('a shortcut', () => {
  beforeEach(() => {
    did = [];
    return addShortcuts([shortcut('c'), shortcut('g l'), shortcut('g h')], true);
  });

  it('does what its keys say, one after the other', () => {
    expect(press('c')).toBe(true);
    press('g');
    press('l');
    press('l');
    expect(did).toEqual(['c', 'g l']);
  });

  it('starts anew after a key that leads nowhere', () => {
    press('g');
    press('x');
    press('h');
    expect(did).toEqual([]);
  });

  it('does nothing while somebody types or holds another key', () => {
    press('c', { composedPath: () => [Object.assign(Object.create(Element.prototype) as object, { tag: 'input' })] });
    press('c', { ctrlKey: true });
    press('c', { defaultPrevented: true });
    expect(did).toEqual([]);
  });

  it('does nothing when it is switched off', () => {
    useSingleKeys(false);
    press('c');
    useSingleKeys(true);
    press('c');
    expect(did).toEqual(['c']);
  });

  it('of a page goes before the same one of everywhere, until the page is left', () => {
    const remove = addShortcuts([shortcut('c', 'mine'), shortcut('x', 'never', () => false)]);
    press('c');
    press('x');
    expect(activeShortcuts().map((active) => active.label())).toEqual(['mine', 'g l', 'g h']);
    remove();
    press('c');
    expect(did).toEqual(['mine', 'c']);
  });

  it('that is only listed is left to the element that hears it', () => {
    const remove = addShortcuts([{ keys: 'm', label: () => 'menu', group, run: null }]);
    expect(press('m')).toBe(false);
    expect(activeShortcuts().some((active) => active.keys === 'm')).toBe(true);
    remove();
  });
});

describe('the letter of a page', () => {
  it('is the first of its own that is free', () => {
    const found = letters(['/leads', '/clients', '/contacts', '/home'], ['h', 'b']);
    expect([...found.values()]).toEqual(['l', 'c', 'o', 'm']);
  });

  it('is none when all are taken', () => {
    expect(letters(['/b'], ['b']).size).toBe(0);
  });
});
