--liquibase formatted sql

--changeset crm:jobs-resume
-- attempts counts the beginnings since the job last got on: one that ends its node each time would
-- do so for ever. The time left is told from the speed since the job was last taken up.
ALTER TABLE jobs
    ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN resumed_at TIMESTAMP,
    ADD COLUMN resumed_rows INTEGER NOT NULL DEFAULT 0;
--rollback ALTER TABLE jobs DROP COLUMN resumed_rows, DROP COLUMN resumed_at, DROP COLUMN attempts;
