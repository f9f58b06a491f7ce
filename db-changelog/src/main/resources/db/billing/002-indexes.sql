--liquibase formatted sql

--changeset crm:invoices-indexes
CREATE INDEX idx_invoices_project_id ON invoices(project_id);
CREATE INDEX idx_invoices_created_by ON invoices(created_by);
CREATE INDEX idx_invoices_issue_date ON invoices(issue_date);
CREATE INDEX idx_invoices_created_at ON invoices(created_at);
CREATE INDEX idx_invoices_updated_at ON invoices(updated_at);
--rollback DROP INDEX idx_invoices_project_id, idx_invoices_created_by, idx_invoices_issue_date, idx_invoices_created_at, idx_invoices_updated_at;

--changeset crm:invoice_items-indexes
CREATE INDEX idx_invoice_items_created_at ON invoice_items(created_at);
--rollback DROP INDEX idx_invoice_items_created_at;

--changeset crm:payments-indexes
CREATE INDEX idx_payments_created_by ON payments(created_by);
CREATE INDEX idx_payments_created_at ON payments(created_at);
--rollback DROP INDEX idx_payments_created_by, idx_payments_created_at;
