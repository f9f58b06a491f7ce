import './crm-permission-matrix';
