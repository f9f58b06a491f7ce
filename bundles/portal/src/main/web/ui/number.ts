const PLAIN = /^-?\d+(\.\d+)?$/;

/**
 * What was typed, as the API takes a number: "1.234,50" in German is 1234.50. A separator that
 * cannot stand between thousands is taken for the decimal one; what is no number stays as it is.
 */
export function typedNumber(text: string, locale: string): string {
  const { group, decimal } = separators(locale);
  const bare = text.replace(/[\s\u00a0\u202f'’]/g, '');
  const grouped = new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})+(\\${decimal}\\d+)?$`);
  const usual = grouped.test(bare) ? bare.split(group).join('') : bare;
  const read = usual.replace(decimal, '.').replace(/^(-?\d+),(\d+)$/, '$1.$2');
  return PLAIN.test(read) ? read : text;
}

/** A number as the API gives it, as it would be typed in the locale; anything else as it is. */
export function numberText(value: string, locale: string): string {
  return PLAIN.test(value) ? value.replace('.', separators(locale).decimal) : value;
}

function separators(locale: string): { readonly group: string; readonly decimal: string } {
  const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567.8);
  const part = (type: string, otherwise: string): string => parts.find((one) => one.type === type)?.value ?? otherwise;
  return { group: part('group', ','), decimal: part('decimal', '.') };
}
