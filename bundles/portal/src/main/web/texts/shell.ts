import type { Texts } from './texts';

/** The texts of the shell itself: English, German. Those of a module's pages come from the module. */
export const shell = {
  'app.name': ['CRM Portal', 'CRM Portal'],
  'app.skip': ['Skip to the content', 'Zum Inhalt'],
  'app.loading': ['Loading…', 'Wird geladen …'],
  'app.menu': ['Menu', 'Menü'],
  'app.navigation': ['Main navigation', 'Hauptnavigation'],
  'app.collapse': ['Collapse', 'Einklappen'],
  'app.collapse.label': ['Collapse the navigation', 'Navigation einklappen'],
  'app.offline': [
    'No connection to the server. What you type is kept; it is tried again by itself.',
    'Keine Verbindung zum Server. Was Sie eingeben, bleibt erhalten; es wird von selbst erneut versucht.',
  ],
  'app.online': ['Connected again', 'Wieder verbunden'],
  'app.search': ['Search or jump to…', 'Suchen oder springen zu …'],
  'app.account': ['Account', 'Konto'],
  'app.theme': ['Appearance', 'Darstellung'],
  'app.theme.system': ['As the system', 'Wie das System'],
  'app.theme.light': ['Light', 'Hell'],
  'app.theme.dark': ['Dark', 'Dunkel'],
  'app.language': ['Language', 'Sprache'],
  'app.shortcuts': ['Keyboard shortcuts', 'Tastenkürzel'],
  'app.sign_out': ['Sign out', 'Abmelden'],
  'app.change_password': ['Change password', 'Passwort ändern'],
  'app.new_version': [
    'A newer version of a page is there. Reload to use it.',
    'Eine neuere Fassung einer Seite liegt vor. Laden Sie neu, um sie zu benutzen.',
  ],
  'app.reload': ['Reload', 'Neu laden'],

  'group.sales': ['Sales', 'Vertrieb'],
  'group.service': ['Service', 'Service'],
  'group.administration': ['Administration', 'Verwaltung'],
  'nav.home': ['Home', 'Start'],
  'nav.stopped': ['not running', 'läuft nicht'],

  'sign_in.title': ['Sign in', 'Anmelden'],
  'sign_in.email': ['E-mail', 'E-Mail'],
  'sign_in.password': ['Password', 'Passwort'],
  'sign_in.button': ['Sign in', 'Anmelden'],
  'sign_in.failed': [
    'That e-mail and password do not belong together.',
    'Diese E-Mail und dieses Passwort gehören nicht zusammen.',
  ],
  'sign_in.wait': [
    'Too many attempts. Try again in {seconds} seconds.',
    'Zu viele Versuche. Versuchen Sie es in {seconds} Sekunden wieder.',
  ],
  'sign_in.ended': [
    'Your session has ended. Sign in again; what you had typed is still there.',
    'Ihre Sitzung ist beendet. Melden Sie sich wieder an; was Sie eingegeben haben, ist noch da.',
  ],

  'password.title': ['Choose a new password', 'Neues Passwort wählen'],
  'password.forced': [
    'The password you were given works once. Choose one that only you know.',
    'Das Passwort, das Sie bekommen haben, gilt einmal. Wählen Sie eines, das nur Sie kennen.',
  ],
  'password.current': ['Current password', 'Bisheriges Passwort'],
  'password.new': ['New password', 'Neues Passwort'],
  'password.repeat': ['New password, once more', 'Neues Passwort, noch einmal'],
  'password.differs': ['The two are not the same.', 'Die beiden sind nicht gleich.'],
  'password.button': ['Change password', 'Passwort ändern'],
  'password.changed': ['Your password is changed.', 'Ihr Passwort ist geändert.'],

  'button.save': ['Save', 'Speichern'],
  'button.cancel': ['Cancel', 'Abbrechen'],
  'button.close': ['Close', 'Schließen'],
  'button.delete': ['Delete', 'Löschen'],
  'button.edit': ['Edit', 'Bearbeiten'],
  'button.undo': ['Undo', 'Rückgängig'],
  'button.retry': ['Try again', 'Erneut versuchen'],
  'button.new': ['New {label}', '{label} anlegen'],
  'button.more': ['More', 'Mehr'],

  'copy.button': ['Copy', 'Kopieren'],
  'copy.done': ['Copied', 'Kopiert'],
  'copy.kept': ['I have kept it', 'Ich habe es aufbewahrt'],

  'date.today': ['Today', 'Heute'],

  'value.none': ['—', '—'],
  'value.yes': ['Yes', 'Ja'],
  'value.no': ['No', 'Nein'],

  'error.title': ['That did not work', 'Das hat nicht geklappt'],
  'error.unreachable': [
    'The server cannot be reached. It is tried again when the connection is back.',
    'Der Server ist nicht erreichbar. Sobald die Verbindung wieder da ist, wird es erneut versucht.',
  ],
  'error.forbidden.title': ['You may not see this', 'Das dürfen Sie nicht sehen'],
  'error.forbidden': [
    'Your role does not permit it. An administrator can change that: {detail}',
    'Ihre Rolle erlaubt es nicht. Ihre Verwaltung kann das ändern: {detail}',
  ],
  'error.not_found.title': ['Not found', 'Nicht gefunden'],
  'error.not_found': [
    'There is no such page or record, or it is not yours to see.',
    'Diese Seite oder diesen Datensatz gibt es nicht, oder er ist nicht für Sie bestimmt.',
  ],
  'error.stopped.title': ['{module} is not running', '{module} läuft nicht'],
  'error.stopped': [
    'The module is installed but stopped. Its records are safe; this page comes back with it.',
    'Das Modul ist installiert, aber angehalten. Seine Daten sind sicher; die Seite kommt mit ihm zurück.',
  ],
  'error.unknown': [
    'The server answered {status}. If it happens again, tell your administrator the request {request}.',
    'Der Server hat mit {status} geantwortet. Wenn es wieder geschieht, nennen Sie Ihrer Verwaltung die Anfrage {request}.',
  ],
  'error.request': ['Request {request}', 'Anfrage {request}'],

  'home.title': ['Good to see you, {name}', 'Schön, dass Sie da sind, {name}'],
} as const satisfies Texts;
