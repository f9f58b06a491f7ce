import { expect, test } from 'vitest';
import { randomKey, TabLocks } from './without-tls';

test('no key is given twice', () => {
  expect(new Set(Array.from({ length: 100 }, randomKey)).size).toBe(100);
  expect(randomKey()).toMatch(/^[0-9a-f]{32}$/);
});

test('one waits for the other, also for one that fails', async () => {
  const locks = new TabLocks();
  const order: string[] = [];
  let fail = (_: Error): void => undefined;
  const first = locks.request('refresh', async () => {
    await new Promise((_, no) => (fail = no));
  });
  const second = locks.request('refresh', { ifAvailable: true }, async () => order.push('second'));
  await locks.request('other', async () => order.push('other'));
  fail(new Error('lost'));
  await expect(first).rejects.toThrow('lost');
  await second;
  expect(order).toEqual(['other', 'second']);
});
