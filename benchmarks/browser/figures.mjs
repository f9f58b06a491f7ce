// Medians, tables, and whether a promise is kept.

/** The value below which this share of all lies. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

export const median = (values) => quantile(values, 0.5);
export const most = (values) => quantile(values, 0.95);

/** A table whose first column is words and whose others are numbers. */
export function table(head, lines) {
  const all = [head, ...lines.map((line) => line.map(String))];
  const widths = head.map((_, column) => Math.max(...all.map((line) => line[column].length)));
  for (const line of all) {
    console.log(line.map((text, i) => (i === 0 ? text.padEnd(widths[i]) : text.padStart(widths[i]))).join('  ').trimEnd());
  }
}

export const round = (number, digits = 0) => (Number.isFinite(number) ? number.toFixed(digits) : '–');

const broken = [];

/** Notes a promise that is not kept, to be said at the end. */
export function promise(what, value, limit, unit) {
  if (!(value <= limit)) {
    broken.push(`not reached: ${what}: ${round(value)} ${unit}, promised ${limit} ${unit}`);
  }
}

export function sayPromises() {
  console.log(broken.length === 0 ? 'all promises are kept' : broken.join('\n'));
}
