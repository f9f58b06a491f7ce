--liquibase formatted sql

--changeset crm:leads-more
-- score_pinned: a person has set the score, and no LeadScorer changes it.
ALTER TABLE leads
    ADD COLUMN version BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN created_by UUID REFERENCES users(id) ON DELETE SET NULL,
    ADD COLUMN lost_reason TEXT,
    ADD COLUMN stage_before_lost VARCHAR(50),
    ADD COLUMN status_changed_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    ADD COLUMN closed_at TIMESTAMP,
    ADD COLUMN score_pinned BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN score_breakdown JSONB,
    ADD COLUMN last_contact_at TIMESTAMP,
    ADD CONSTRAINT ck_leads_stage_before_lost CHECK (stage_before_lost IN ('prospect', 'qualified', 'proposal', 'negotiation'));
CREATE INDEX idx_leads_created_by ON leads(created_by);
CREATE INDEX idx_leads_status_changed_at ON leads(status_changed_at);
CREATE INDEX idx_leads_closed_at ON leads(closed_at);
CREATE INDEX idx_leads_last_contact_at ON leads(last_contact_at);
CREATE INDEX idx_leads_score_breakdown ON leads USING gin(score_breakdown);
--rollback ALTER TABLE leads DROP COLUMN last_contact_at, DROP COLUMN score_breakdown, DROP COLUMN score_pinned, DROP COLUMN closed_at, DROP COLUMN status_changed_at, DROP COLUMN stage_before_lost, DROP COLUMN lost_reason, DROP COLUMN created_by, DROP COLUMN version;

--changeset crm:leads-search
-- Lines keep a search from matching the end of one field together with the start of the next.
ALTER TABLE leads
    ADD COLUMN phone_digits TEXT GENERATED ALWAYS AS (public.crm_phone(phone)) STORED,
    ADD COLUMN search_text TEXT GENERATED ALWAYS AS (public.crm_search(
        first_name || ' ' || last_name
        || chr(10) || coalesce(email, '')
        || chr(10) || coalesce(public.crm_phone(phone), '')
        || chr(10) || coalesce(company, '')
        || chr(10) || coalesce(job_title, '')
        || chr(10) || coalesce(notes, ''))) STORED;
CREATE INDEX idx_leads_search_text ON leads USING gin(search_text gin_trgm_ops);
CREATE INDEX idx_leads_email_lower ON leads(lower(email));
CREATE INDEX idx_leads_phone_digits ON leads(phone_digits);
--rollback DROP INDEX idx_leads_email_lower;
--rollback ALTER TABLE leads DROP COLUMN search_text, DROP COLUMN phone_digits;

--changeset crm:leads-lists
CREATE INDEX idx_leads_list ON leads(created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX idx_leads_list_owner ON leads(assigned_to, created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX idx_leads_list_owner_status ON leads(assigned_to, status, created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX idx_leads_list_status ON leads(status, created_at DESC, id DESC) WHERE deleted_at IS NULL;
--rollback DROP INDEX idx_leads_list, idx_leads_list_owner, idx_leads_list_owner_status, idx_leads_list_status;
