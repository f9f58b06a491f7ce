import { Store } from '../../api/store';

const PHONE = matchMedia('(max-width: 48rem)');

/** Whether the window is a phone's: cards stand in for columns. */
export const narrow = new Store(PHONE.matches);

PHONE.addEventListener('change', (event) => narrow.set(event.matches));
