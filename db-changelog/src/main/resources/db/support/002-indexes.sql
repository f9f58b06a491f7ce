--liquibase formatted sql

--changeset crm:tickets-indexes
CREATE INDEX idx_tickets_created_by ON tickets(created_by);
CREATE INDEX idx_tickets_resolved_at ON tickets(resolved_at);
CREATE INDEX idx_tickets_closed_at ON tickets(closed_at);
CREATE INDEX idx_tickets_metadata ON tickets USING gin(metadata);
CREATE INDEX idx_tickets_created_at ON tickets(created_at);
CREATE INDEX idx_tickets_updated_at ON tickets(updated_at);
--rollback DROP INDEX idx_tickets_created_by, idx_tickets_resolved_at, idx_tickets_closed_at, idx_tickets_metadata, idx_tickets_created_at, idx_tickets_updated_at;

--changeset crm:ticket_comments-indexes
CREATE INDEX idx_ticket_comments_created_at ON ticket_comments(created_at);
--rollback DROP INDEX idx_ticket_comments_created_at;
