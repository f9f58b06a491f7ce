const GAP = 6;

/** Opens a popover below what it belongs to, and within the window. */
export function showBelow(panel: HTMLElement, anchor: Element): void {
  const place = anchor.getBoundingClientRect();
  panel.showPopover();
  const size = panel.getBoundingClientRect();
  const left = Math.max(GAP, Math.min(place.left, innerWidth - size.width - GAP));
  const below = innerHeight - place.bottom - 2 * GAP;
  panel.style.setProperty('--left', `${left}px`);
  panel.style.setProperty('--top', `${below < 220 && place.top > below ? Math.max(GAP, place.top - GAP - Math.max(size.height, 320)) : place.bottom + GAP}px`);
}
