import { describe, expect, test } from 'vitest';
import { changes, edited, given, lines, mayGive, next } from './permissions';

const ALL = [
  '*:*', 'leads:convert', 'leads:create', 'leads:read', 'leads:read_own', 'leads:read_team',
  'timesheets:approve', 'timesheets:approve_own', 'users:read', 'users:read_team',
];
const all = lines(ALL);
const cell = (resource: string, action: string) => all.find((line) => line.resource === resource)!.cells.get(action)!;

describe('the permissions of a role', () => {
  test('are one cell for an action with all its scopes', () => {
    expect(cell('leads', 'read').scopes).toEqual(['none', 'own', 'team', 'all']);
    expect(cell('leads', 'create').scopes).toEqual(['none', 'all']);
    expect(cell('users', 'read').scopes).toEqual(['none', 'team', 'all']);
  });

  test('have no scope where the ending is part of the action', () => {
    expect(all.find((line) => line.resource === 'timesheets')!.further.map((each) => each.action)).toEqual([
      'approve', 'approve_own',
    ]);
  });

  test('give the widest scope that is held', () => {
    expect(given(cell('leads', 'read'), new Set(['leads:read_own', 'leads:read_team']))).toBe('team');
    expect(given(cell('leads', 'read'), new Set(['*:*']))).toBe('all');
    expect(given(cell('leads', 'read'), new Set())).toBe('none');
  });

  test('are changed only where somebody edited them', () => {
    const granted = new Set(['leads:read_own', 'leads:read_team', 'gone:read']);
    expect(edited(all, granted, { 'leads:create': 'all' })).toEqual([
      'gone:read', 'leads:create', 'leads:read_own', 'leads:read_team',
    ]);
    expect(edited(all, granted, { 'leads:read': 'own' })).toEqual(['gone:read', 'leads:read_own']);
    expect(edited(all, granted, { 'leads:read': 'none' })).toEqual(['gone:read']);
  });

  test('show no change where the edit leads back', () => {
    expect(changes(all, new Set(['leads:read_own']), { 'leads:read': 'own', 'leads:create': 'all' })).toEqual({
      'leads:create': 'all',
    });
  });

  test('are given on only by who holds as much', () => {
    const own = new Set(['leads:read_team']);
    expect(mayGive(cell('leads', 'read'), 'team', own)).toBe(true);
    expect(mayGive(cell('leads', 'read'), 'all', own)).toBe(false);
    expect(mayGive(cell('leads', 'read'), 'none', new Set())).toBe(true);
  });

  test('go round by key', () => {
    expect(next(cell('users', 'read'), 'none')).toBe('team');
    expect(next(cell('users', 'read'), 'all')).toBe('none');
  });
});
