import './crm-jobs';
