import type { Texts } from './texts';

export const board = {} as const satisfies Texts;
