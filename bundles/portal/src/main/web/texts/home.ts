import type { Texts } from './texts';

export const home = {
  'home.all': ['Show all', 'Alle anzeigen'],
  'home.more': ['{count} more|{count} more', '{count} weiterer|{count} weitere'],
  'home.none': ['There are no {plural} here yet.', 'Hier gibt es noch keine Einträge unter „{plural}“.'],
  'home.import': ['Import', 'Importieren'],
  'home.no_pages': [
    'No page is open to you yet. Ask your administrator for a role.',
    'Für Sie ist noch keine Seite freigegeben. Bitten Sie Ihre Verwaltung um eine Rolle.',
  ],
  'home.due.overdue': ['Overdue', 'Überfällig'],
  'home.due.today': ['Today', 'Heute'],
  'home.due.next': ['Next', 'Demnächst'],
  'home.done': ['Done: {text}', 'Erledigt: {text}'],
  'home.was_done': ['Done: {text}', 'Erledigt: {text}'],
  'home.follow_ups.none': [
    'Nothing is waiting for you. A follow-up that you plan on a record appears here.',
    'Nichts wartet auf Sie. Eine Wiedervorlage, die Sie an einem Datensatz planen, erscheint hier.',
  ],
} as const satisfies Texts;
