import './crm-access-action';
import './crm-access-explanation';
import './crm-permission-matrix';
import './crm-team-members';
import './crm-user-actions';
import './crm-user-create';
