import { pageNamed, reference, type components } from '@crm/portal';
import { t } from './texts';

export type Access = components['schemas']['Access'];
export type Outcome = components['schemas']['AccessAction'];
type Tie = components['schemas']['AccessTie'];

const WIDTH: readonly string[] = ['none', 'own', 'team', 'all'];

/** Why somebody may or may not do one thing, as a sentence. */
export function because(access: Access, outcome: Outcome): string {
  const values = {
    user: access.user,
    role: access.role ?? '',
    permission: outcome.permission ?? `${pageNamed(access.entity_type)?.resource ?? access.entity_type}:${outcome.action}`,
  };
  return outcome.allowed ? allowed(access, outcome, values) : refused(access, outcome, values);
}

function allowed(access: Access, outcome: Outcome, values: Record<string, string>): string {
  if (outcome.scope === 'all') {
    return t('access.because.all', values);
  }
  const tie = access.ties.find((each) => WIDTH.indexOf(each.scope) <= WIDTH.indexOf(outcome.scope));
  return tie === undefined
    ? t('access.because.everyone')
    : t(outcome.scope === 'team' ? 'access.because.team' : 'access.because.own', { ...values, tie: tied(access, tie) });
}

function refused(access: Access, outcome: Outcome, values: Record<string, string>): string {
  if (!access.active) {
    return t('access.not.inactive', values);
  }
  if (!access.role) {
    return t('access.not.no_role', values);
  }
  if (outcome.scope === 'none') {
    return t('access.not.none', values);
  }
  const sees = access.actions.some((each) => each.action === 'read' && each.allowed);
  if (outcome.scope === 'all' || (!sees && outcome.action !== 'read')) {
    return sees ? outcome.reason : t('access.not.unseen', values);
  }
  return t(outcome.scope === 'team' ? 'access.not.team' : 'access.not.own', values);
}

/** What binds the record to the user. */
function tied(access: Access, tie: Tie): string {
  const page = pageNamed(tie.entity_type);
  const column = page?.columns.find((each) => each.name === tie.column)?.label ?? tie.column;
  const record = recordName(tie.entity_type, tie.entity_id);
  return tie.scope === 'own'
    ? t('access.tie.own', { column, record, user: access.user })
    : t('access.tie.team', { column, record, holder: reference('user', tie.holder)?.label ?? '…', team: tie.team ?? '' });
}

/** What people call a record, with its kind. */
export function recordName(type: string, id: string): string {
  const label = reference(type, id)?.label ?? '…';
  const page = pageNamed(type);
  return page === undefined ? label : `${page.label} ${label}`;
}
