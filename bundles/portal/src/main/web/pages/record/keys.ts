import type { Shortcut } from '../../app/shortcuts';
import { t } from '../../texts/texts';

interface Doing {
  readonly mayEdit: () => boolean;
  readonly edit: () => void;
  readonly editing: () => boolean;
  readonly mayLog: () => boolean;
  readonly log: () => void;
}

/** What keys do on a record's page. */
export function keysOf({ mayEdit, edit, editing, mayLog, log }: Doing): readonly Shortcut[] {
  const group = (): string => t('record.keys');
  return [
    { keys: 'e', label: () => t('button.edit'), group, when: mayEdit, run: edit },
    { keys: 'l', label: () => t('record.key.call'), group, when: mayLog, run: log },
    { keys: 'Ctrl+Enter', label: () => t('button.save'), group, when: editing, run: null },
    { keys: 'Escape', label: () => t('record.key.leave'), group, when: editing, run: null },
  ];
}
