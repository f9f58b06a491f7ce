/** The rows of a CSV text (RFC 4180), at most so many. */
export function rows(text: string, most: number): readonly (readonly string[])[] {
  const found: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length && found.length < most; at++) {
    const char = text.charAt(at);
    if (quoted) {
      if (char !== '"') {
        cell += char;
      } else if (text.charAt(at + 1) === '"') {
        cell += char;
        at++;
      } else {
        quoted = false;
      }
    } else if (char === '"') {
      quoted = true;
    } else if (char === ',' || char === '\n') {
      row.push(cell);
      cell = '';
      if (char === '\n') {
        found.push(row);
        row = [];
      }
    } else if (char !== '\r') {
      cell += char;
    }
  }
  if (found.length < most && (cell !== '' || row.length > 0)) {
    found.push([...row, cell]);
  }
  return found;
}
