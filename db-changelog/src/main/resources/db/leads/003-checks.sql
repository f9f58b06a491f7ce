--liquibase formatted sql

--changeset crm:leads-checks
ALTER TABLE leads
    ADD CONSTRAINT ck_leads_email CHECK (email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$'),
    ADD CONSTRAINT ck_leads_status CHECK (status IN ('new', 'contacted', 'qualified', 'converted', 'lost')),
    ADD CONSTRAINT ck_leads_stage CHECK (stage IN ('prospect', 'qualified', 'proposal', 'negotiation', 'closed_won', 'closed_lost')),
    ADD CONSTRAINT ck_leads_score CHECK (score BETWEEN 0 AND 100),
    ADD CONSTRAINT ck_leads_estimated_value CHECK (estimated_value >= 0);
--rollback ALTER TABLE leads DROP CONSTRAINT ck_leads_email, DROP CONSTRAINT ck_leads_status, DROP CONSTRAINT ck_leads_stage, DROP CONSTRAINT ck_leads_score, DROP CONSTRAINT ck_leads_estimated_value;
