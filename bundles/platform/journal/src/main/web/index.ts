import './crm-audit';
import './crm-record-audit';
