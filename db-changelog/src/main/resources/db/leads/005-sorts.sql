--liquibase formatted sql

--changeset crm:leads-sorts
-- By score, value and name, the orders in which people look through leads: without these, each such
-- page sorted the whole table.
CREATE INDEX idx_leads_sort_score ON leads(score DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX idx_leads_sort_value ON leads(estimated_value DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX idx_leads_sort_name ON leads(last_name, id) WHERE deleted_at IS NULL;
--rollback DROP INDEX idx_leads_sort_score, idx_leads_sort_value, idx_leads_sort_name;
