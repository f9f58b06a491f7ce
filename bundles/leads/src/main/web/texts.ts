import { texts, type Texts } from '@crm/portal';

const all = {
  title: ['Convert {name} into a client', '{name} in einen Kunden umwandeln'],
  intro: [
    'The lead is won. Its person becomes a contact of the client, and both histories tell of it. A converted lead is read-only.',
    'Der Lead ist gewonnen. Die Person wird Kontakt beim Kunden, und beide Verläufe berichten davon. Ein umgewandelter Lead lässt sich nicht mehr ändern.',
  ],
  which: ['Which client?', 'Welcher Kunde?'],
  fresh: ['New client: {name}', 'Neuer Kunde: {name}'],
  fresh_manager: ['Looked after by {name}', 'Betreut von {name}'],
  fresh_forbidden: [
    'Your role does not permit to make clients; you can choose one that is there.',
    'Ihre Rolle erlaubt es nicht, Kunden anzulegen; Sie können einen vorhandenen wählen.',
  ],
  existing: ['Only its empty fields are filled', 'Nur seine leeren Felder werden gefüllt'],
  other: ['Another client', 'Ein anderer Kunde'],
  looking: ['Looking for clients that look like it…', 'Ähnliche Kunden werden gesucht …'],
  found: [
    'One client looks like it. Is it the same?|{count} clients look like it. Is it one of them?',
    'Ein Kunde sieht ähnlich aus. Ist es derselbe?|{count} Kunden sehen ähnlich aus. Ist es einer davon?',
  ],
  client: ['Client', 'Kunde'],
  client_missing: ['Choose a client.', 'Wählen Sie einen Kunden.'],
  duplicates: [
    'A new client would be a duplicate. Choose the client that it is, or merge the records first:',
    'Ein neuer Kunde wäre doppelt. Wählen Sie den vorhandenen Kunden, oder führen Sie die Datensätze zuerst zusammen:',
  ],
  hidden: ['one that you may not see', 'einer, den Sie nicht sehen dürfen'],
  hidden_of: ['one of {owner}, which you may not see', 'einer von {owner}, den Sie nicht sehen dürfen'],
  project: ['Begin a project', 'Ein Projekt beginnen'],
  project_name: ['Name of the project', 'Name des Projekts'],
  budget: ['Budget', 'Budget'],
  amount: ['must be an amount', 'muss ein Betrag sein'],
  convert: ['Convert', 'Umwandeln'],
  cancel: ['Cancel', 'Abbrechen'],
  done: ['{name} is a client now.', '{name} ist jetzt Kunde.'],
  already: ['{name} was converted already; this is the client.', '{name} war schon umgewandelt; dies ist der Kunde.'],
  lost: [
    'A lost lead cannot be converted. Set it back to contacted first.',
    'Ein verlorener Lead lässt sich nicht umwandeln. Setzen Sie ihn zuerst auf „kontaktiert“.',
  ],
  changed: [
    'Somebody changed the lead just now. Look at it again, then convert.',
    'Jemand hat den Lead soeben geändert. Sehen Sie ihn noch einmal an, dann wandeln Sie um.',
  ],
} as const satisfies Texts;

export const t = texts(all);
