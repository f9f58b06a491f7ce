import { expect, test } from 'vitest';
import { differences, plain } from './differences';

test('a changed field has both values', () => {
  const [found] = differences({ stage: { before: 'prospect', after: 'proposal' } });
  expect(found).toMatchObject({ field: 'stage', kind: 'change', before: 'prospect', after: 'proposal' });
});

test('a list says what came and what went', () => {
  const [found] = differences({ permissions: { before: ['leads:read', 'leads:create'], after: ['leads:read', 'tasks:read'] } });
  expect(found).toMatchObject({ kind: 'list', added: ['tasks:read'], removed: ['leads:create'] });
});

test('a list that begins or ends is a list as well', () => {
  expect(differences({ members: { before: null, after: ['a'] } })[0]).toMatchObject({ kind: 'list', added: ['a'], removed: [] });
});

test('a fact that was noted stands behind the changes', () => {
  const found = differences({ session: '40fc', name: { before: 'a', after: 'b' } });
  expect(found.map((each) => [each.field, each.kind])).toEqual([['name', 'change'], ['session', 'fact']]);
});

test('an object that only looks like a change is a fact', () => {
  expect(differences({ parameters: { before: 1, after: 2, more: 3 } })[0]?.kind).toBe('fact');
});

test('values of no known kind are readable', () => {
  expect(plain({ type: 'lead', header: ['First', 'Last'], dry_run: true })).toBe('type: lead; header: First, Last; dry_run: true');
  expect(plain(null)).toBe('');
});
