import type { Column } from '../../api/description';
import { t } from '../../texts/texts';
import { spoken } from '../../ui/value';
import type { Condition } from './conditions';

/** What a condition says, in a few words: "New, Lost", "from 50", "contains “acme”". */
export function filterWords(column: Column, of: Condition): string {
  const words: string[] = of.values.map((value) => valueWord(column, value));
  const shownAs: Column = column.kind === 'timestamp' ? { ...column, kind: 'date' } : column;
  const [from, to] = [of.from, of.to].map((value) => (value === '' ? '' : spoken(shownAs, value))) as [string, string];
  if (from !== '' && to !== '') {
    words.push(from === to ? from : t('list.filter.between', { from, to }));
  } else if (from !== '') {
    words.push(t('list.filter.least', { value: from }));
  } else if (to !== '') {
    words.push(t('list.filter.most', { value: to }));
  }
  if (of.has !== '') {
    words.push(t('list.filter.contains', { value: of.has }));
  }
  return words.length > 3 ? `${words.slice(0, 2).join(', ')} +${words.length - 2}` : words.join(', ');
}

function valueWord(column: Column, value: string): string {
  if (value === 'me' && column.kind === 'reference') {
    return t('list.filter.me');
  }
  if (value === 'null') {
    return t('list.filter.none');
  }
  return spoken(column, column.kind === 'boolean' ? value === 'true' : value);
}
