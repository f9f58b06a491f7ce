/** What may be set, taken out of the sentence in which the server says it. */
export type Allowed =
  | { readonly kind: 'one'; readonly values: readonly string[] }
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | { readonly kind: 'text' }
  | { readonly kind: 'other'; readonly said: string };

export function allowed(said: string): Allowed {
  const one = /^one of (.+)$/.exec(said);
  if (one?.[1] !== undefined) {
    return { kind: 'one', values: one[1].split(', ') };
  }
  const range = /^a whole number from (-?\d+) to (-?\d+)$/.exec(said);
  if (range !== null) {
    return { kind: 'range', from: Number(range[1]), to: Number(range[2]) };
  }
  if (said === 'true or false') {
    return { kind: 'one', values: ['true', 'false'] };
  }
  return said === 'a text' ? { kind: 'text' } : { kind: 'other', said };
}
