import './crm-configuration';
import './crm-modules';
import './crm-status';
