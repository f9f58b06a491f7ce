/** What the leads bring to the portal beside the description of their page. */
import './crm-lead-conversion';
