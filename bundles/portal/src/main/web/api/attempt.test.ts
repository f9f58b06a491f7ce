import { expect, test } from 'vitest';
import { Attempt } from './attempt';
import { Problem } from './problem';

async function key(attempt: Attempt, body: unknown, status = 200): Promise<string> {
  let used = '';
  await attempt
    .run(body, async (headers) => {
      used = headers['Idempotency-Key'] ?? '';
      if (status !== 200) {
        throw new Problem({ status });
      }
    })
    .catch(() => undefined);
  return used;
}

test('the same body without an answer has the same key', async () => {
  const attempt = new Attempt();
  expect(await key(attempt, { a: 1 }, 0)).toBe(await key(attempt, { a: 1 }, 503));
});

test('another body has another key', async () => {
  const attempt = new Attempt();
  expect(await key(attempt, { a: 1 }, 0)).not.toBe(await key(attempt, { a: 2 }, 0));
});

test.each([200, 409])('after an answer of %s the same body is another attempt', async (status) => {
  const attempt = new Attempt();
  expect(await key(attempt, { a: 1 }, status)).not.toBe(await key(attempt, { a: 1 }, 0));
});
