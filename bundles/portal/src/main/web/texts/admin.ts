import type { Texts } from './texts';

export const admin = {} as const satisfies Texts;
