--liquibase formatted sql

--changeset crm:follow-ups
-- A person's activity with a due date and an owner is a follow-up until it is done.
ALTER TABLE activities
    ADD COLUMN due_date DATE,
    ADD COLUMN owner_id UUID REFERENCES users(id) ON DELETE SET NULL,
    ADD COLUMN done_at TIMESTAMP,
    ADD COLUMN version BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP;
CREATE INDEX idx_activities_due_date ON activities(due_date);
CREATE INDEX idx_activities_owner_id ON activities(owner_id);
CREATE INDEX idx_activities_done_at ON activities(done_at);
CREATE INDEX idx_activities_updated_at ON activities(updated_at);
CREATE INDEX idx_activities_open ON activities(owner_id, due_date, id) WHERE done_at IS NULL AND due_date IS NOT NULL;
CREATE INDEX idx_activities_timeline ON activities(entity_type, entity_id, created_at DESC, id DESC);
CREATE INDEX idx_activities_list ON activities(created_at DESC, id DESC);
--rollback ALTER TABLE activities DROP COLUMN updated_at, DROP COLUMN version, DROP COLUMN done_at, DROP COLUMN owner_id, DROP COLUMN due_date;
--rollback DROP INDEX idx_activities_timeline, idx_activities_list;

--changeset crm:audit-actor
-- actor_name survives the user; request_id finds the line in the server's log.
ALTER TABLE audit_logs
    ADD COLUMN actor_name TEXT,
    ADD COLUMN request_id TEXT;
CREATE INDEX idx_audit_logs_request_id ON audit_logs(request_id);
CREATE INDEX idx_audit_logs_list ON audit_logs(created_at DESC, id DESC);
--rollback DROP INDEX idx_audit_logs_list;
--rollback ALTER TABLE audit_logs DROP COLUMN request_id, DROP COLUMN actor_name;

--changeset crm:audit-immutable splitStatements:false
-- Nobody changes what was written, the application's own user included. The one exception is the
-- foreign key's: a user who is really deleted is taken out of user_id, and nothing else with it.
CREATE FUNCTION public.crm_audit_is_written_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND pg_trigger_depth() > 1 AND NEW.user_id IS NULL
        AND NOT EXISTS (SELECT FROM public.users WHERE users.id = OLD.user_id)
        AND to_jsonb(NEW) - 'user_id' = to_jsonb(OLD) - 'user_id' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'audit_logs is written once: % refused', TG_OP
        USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER tr_audit_logs_rows BEFORE UPDATE OR DELETE ON audit_logs
    FOR EACH ROW EXECUTE FUNCTION public.crm_audit_is_written_once();
CREATE TRIGGER tr_audit_logs_truncate BEFORE TRUNCATE ON audit_logs
    FOR EACH STATEMENT EXECUTE FUNCTION public.crm_audit_is_written_once();
ALTER TABLE audit_logs ENABLE ALWAYS TRIGGER tr_audit_logs_rows;
ALTER TABLE audit_logs ENABLE ALWAYS TRIGGER tr_audit_logs_truncate;
--rollback DROP TRIGGER tr_audit_logs_rows ON audit_logs;
--rollback DROP TRIGGER tr_audit_logs_truncate ON audit_logs;
--rollback DROP FUNCTION public.crm_audit_is_written_once();
