import type { Texts } from './texts';

export const record = {} as const satisfies Texts;
