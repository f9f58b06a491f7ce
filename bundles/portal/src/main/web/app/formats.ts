import { get } from '../api/client';
import { Problem } from '../api/problem';
import { currency } from '../texts/format';

/** Learns the company's currency; who may not read the settings sees amounts in the default one. */
export async function loadFormats(): Promise<void> {
  try {
    const settings = await get<{ readonly base_currency?: string }>('settings');
    currency.set(settings.base_currency ?? currency.value);
  } catch (failure) {
    if (!(failure instanceof Problem) || failure.status !== 403) {
      throw failure;
    }
  }
}
