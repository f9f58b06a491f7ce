import './crm-audit';
import './crm-record-audit';
import './crm-settings';
