import type { Texts } from './texts';

export const list = {} as const satisfies Texts;
