--liquibase formatted sql

--changeset crm:tickets-checks
ALTER TABLE tickets
    ADD CONSTRAINT ck_tickets_status CHECK (status IN ('open', 'in_progress', 'waiting_customer', 'resolved', 'closed')),
    ADD CONSTRAINT ck_tickets_priority CHECK (priority IN ('low', 'medium', 'high', 'critical')),
    ADD CONSTRAINT ck_tickets_category CHECK (category IN ('bug', 'feature_request', 'question', 'incident')),
    ADD CONSTRAINT ck_tickets_channel CHECK (channel IN ('email', 'phone', 'chat', 'portal'));
--rollback ALTER TABLE tickets DROP CONSTRAINT ck_tickets_status, DROP CONSTRAINT ck_tickets_priority, DROP CONSTRAINT ck_tickets_category, DROP CONSTRAINT ck_tickets_channel;
