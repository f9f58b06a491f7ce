/** A computed colour as every painter knows it: a mixed one comes as `color(srgb 0.2 0.4 1)`. */
export function painted(colour: string): string {
  const parts = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ [\d.]+)?\)$/.exec(colour);
  return parts === null ? colour : `rgb(${parts.slice(1).map((part) => Math.round(Number(part) * 255)).join(', ')})`;
}
