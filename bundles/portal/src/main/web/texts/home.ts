import type { Texts } from './texts';

export const home = {} as const satisfies Texts;
