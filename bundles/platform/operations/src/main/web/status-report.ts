import { locale, type components } from '@crm/portal';

type Module = components['schemas']['Module'];

/** What GET /status answers. */
export interface StatusReport {
  readonly at: string;
  readonly version: string;
  readonly node: string;
  readonly uptime_seconds: number;
  readonly ready: boolean;
  readonly wrong: readonly { readonly part: string; readonly state: string; readonly cause: string }[];
  readonly database: { readonly version: string; readonly bytes: number; readonly changes: number } | null;
  readonly folders: number;
  readonly folders_not_ready: readonly string[];
  readonly modules: readonly Pick<Module, 'name' | 'version' | 'state' | 'missing'>[];
  readonly measured: Readonly<Record<string, number>>;
  readonly heap_used_bytes: number;
  readonly heap_max_bytes: number;
  readonly disk_path: string;
  readonly disk_free_bytes: number;
  readonly disk_size_bytes: number;
  readonly log_errors: number;
  readonly log_warnings: number;
  readonly last_error_at: string | null;
}

const UNITS = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A size as people read it: 1.2 GB. */
export function bytes(count: number, of = locale()): string {
  let value = count / 1000;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = value < 10 ? 1 : 0;
  return new Intl.NumberFormat(of, { style: 'unit', unit: UNITS[unit]!, maximumFractionDigits: digits }).format(value);
}

/** A time span in its two largest units: 3 days, 4 hr. */
export function span(seconds: number, of = locale()): string {
  const parts: readonly (readonly [number, 'day' | 'hour' | 'minute' | 'second'])[] = [
    [Math.floor(seconds / 86_400), 'day'],
    [Math.floor(seconds / 3_600) % 24, 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [Math.floor(seconds) % 60, 'second'],
  ];
  const first = Math.max(0, parts.findIndex(([value]) => value > 0));
  return parts
    .slice(first, first + 2)
    .map(([value, unit]) => new Intl.NumberFormat(of, { style: 'unit', unit, unitDisplay: 'short' }).format(value))
    .join(' ');
}
