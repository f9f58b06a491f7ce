import { Problem } from './problem';
import { randomKey } from './without-tls';

/**
 * Sends something once, however often it is tried: while no answer came, the same body has the
 * same Idempotency-Key. After an answer it is another attempt.
 */
export class Attempt {
  private body = '';
  private key = '';

  async run<T>(body: unknown, send: (headers: Readonly<Record<string, string>>) => Promise<T>): Promise<T> {
    const text = JSON.stringify(body);
    if (text !== this.body) {
      this.body = text;
      this.key = randomKey();
    }
    try {
      const answer = await send({ 'Idempotency-Key': this.key });
      this.body = '';
      return answer;
    } catch (failure) {
      if (failure instanceof Problem && !failure.passing) {
        this.body = '';
      }
      throw failure;
    }
  }
}
