import { Store } from '../../api/store';

/** Which rows are chosen: some, or all that match but some. */
export class Selection {
  /** Tells of each change. */
  readonly version = new Store(0);
  /** Where a range begins that is extended with Shift. */
  anchor: number | null = null;
  private all = false;
  private readonly ids = new Set<string>();

  has(id: string): boolean {
    return this.ids.has(id) !== this.all;
  }

  get none(): boolean {
    return !this.all && this.ids.size === 0;
  }

  /** Whether all that match are chosen, but perhaps some. */
  get most(): boolean {
    return this.all;
  }

  /** Those that are chosen; or where all are, those that are not. */
  get named(): ReadonlySet<string> {
    return this.ids;
  }

  count(total: number | null): number {
    return this.all ? Math.max(0, (total ?? 0) - this.ids.size) : this.ids.size;
  }

  set(ids: Iterable<string>, chosen: boolean): void {
    for (const id of ids) {
      if (chosen !== this.all) {
        this.ids.add(id);
      } else {
        this.ids.delete(id);
      }
    }
    this.tell();
  }

  setAll(chosen: boolean): void {
    const same = this.all === chosen && this.ids.size === 0;
    this.all = chosen;
    this.ids.clear();
    this.anchor = null;
    if (!same) {
      this.tell();
    }
  }

  private tell(): void {
    this.version.set(this.version.value + 1);
  }
}
