import './crm-modules';
import './crm-status';
