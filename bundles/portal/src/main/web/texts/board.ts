import type { Texts } from './texts';

export const board = {
  'board.view': ['View', 'Ansicht'],
  'board.view.list': ['List', 'Liste'],
  'board.view.board': ['Board', 'Board'],
  'board.search': ['Search', 'Suchen'],
  'board.mine': ['Only mine', 'Nur meine'],
  'board.owner.all': ['Everybody', 'Alle'],
  'board.sort': ['Sort by', 'Sortieren nach'],
  'board.sort.up': ['{label}, ascending', '{label}, aufsteigend'],
  'board.sort.down': ['{label}, descending', '{label}, absteigend'],
  'board.clear': ['Clear filters', 'Filter zurücksetzen'],
  'board.columns': ['{plural} by {column}', '{plural} nach {column}'],
  'board.count': ['{count} record|{count} records', '{count} Datensatz|{count} Datensätze'],
  'board.empty': ['Nothing here', 'Hier ist nichts'],
  'board.nothing': ['Nothing matches these filters.', 'Zu diesen Filtern passt nichts.'],
  'board.help': [
    'Press Space to lift the card, the left and right arrow keys to move it, Space to drop it, Escape to cancel. Press M for its menu, Enter to open it.',
    'Leertaste hebt die Karte an, die Pfeiltasten links und rechts verschieben sie, Leertaste legt sie ab, Escape bricht ab. M öffnet ihr Menü, Eingabe öffnet den Datensatz.',
  ],
  'board.menu': ['Actions for {name}', 'Aktionen für {name}'],
  'board.open': ['Open', 'Öffnen'],
  'board.move_to': ['Move to {to}', 'Verschieben nach {to}'],
  'board.lifted': [
    '{name} is lifted from {from}. Arrow keys move it, Space drops it, Escape cancels.',
    '{name} ist aus {from} angehoben. Pfeiltasten verschieben, Leertaste legt ab, Escape bricht ab.',
  ],
  'board.over': ['{to}, column {at} of {count}', '{to}, Spalte {at} von {count}'],
  'board.dropped_here': ['{name} stays in {to}.', '{name} bleibt in {to}.'],
  'board.cancelled': ['Cancelled. {name} is in {from} again.', 'Abgebrochen. {name} ist wieder in {from}.'],
  'board.moved': ['{name} moved to {to}', '{name} nach {to} verschoben'],
  'board.back': ['{name} could not be moved and is in {from} again.', '{name} ließ sich nicht verschieben und ist wieder in {from}.'],
  'board.refused': [
    '{name} cannot go from {from} to {to}. Possible from there: {allowed}.',
    '{name} kann nicht von {from} nach {to}. Möglich ist von dort: {allowed}.',
  ],
  'board.fixed': ['{name} cannot leave {from} any more.', '{name} kann {from} nicht mehr verlassen.'],
  'board.somebody': ['Somebody else', 'Jemand anderes'],
  'board.overtaken': [
    '{who} was faster and changed {name} ({what}). Your move was not made.',
    '{who} war schneller und hat {name} geändert ({what}). Ihre Verschiebung wurde nicht ausgeführt.',
  ],
  'board.overtaken.elsewhere': [
    '{who} has changed {name} in the meantime ({what}). Look at it, then move it to {to} again.',
    '{who} hat {name} inzwischen geändert ({what}). Sehen Sie es sich an und verschieben Sie dann erneut nach {to}.',
  ],
  'board.gone': ['{name} is no longer there.', '{name} gibt es nicht mehr.'],
} as const satisfies Texts;
