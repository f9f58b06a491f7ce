import { expect, test } from 'vitest';

import { keysOf } from './keys';

function keys(mayEdit: boolean, editing: boolean): readonly string[] {
  const done = (): void => undefined;
  const all = keysOf({ mayEdit: () => mayEdit && !editing, edit: done, editing: () => editing, mayLog: () => false, log: done });
  return all.filter(({ when }) => when?.() ?? true).map((shortcut) => `${shortcut.keys} ${shortcut.label()}`);
}

test('a record that may be changed says by which key', () => {
  expect(keys(true, false)).toEqual(['e Edit']);
  expect(keys(false, false)).toEqual([]);
});

test('while it is changed, the keys are those that save and leave', () => {
  expect(keys(true, true).map((key) => key.split(' ')[0])).toEqual(['Ctrl+Enter', 'Escape']);
});
