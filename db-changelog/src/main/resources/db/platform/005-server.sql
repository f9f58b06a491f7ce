--liquibase formatted sql

--changeset crm:idempotency_keys
-- The row comes first and the answer (status, headers, body) with the work's own transaction.
CREATE TABLE idempotency_keys (
    user_id UUID NOT NULL REFERENCES users(id) ON DELETE CASCADE,
    key VARCHAR(255) NOT NULL,
    method VARCHAR(10) NOT NULL,
    path TEXT NOT NULL,
    request_hash VARCHAR(64) NOT NULL,
    status INTEGER,
    headers JSONB,
    body BYTEA,
    created_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (user_id, key)
);
CREATE INDEX idx_idempotency_keys_created_at ON idempotency_keys(created_at);
--rollback DROP TABLE idempotency_keys;

--changeset crm:settings
CREATE TABLE settings (
    name VARCHAR(100) PRIMARY KEY,
    value JSONB NOT NULL,
    version BIGINT NOT NULL DEFAULT 0,
    updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
);
--rollback DROP TABLE settings;

--changeset crm:jobs
-- position is how far into its input a job has come, so that it goes on there after a restart.
CREATE TABLE jobs (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    kind VARCHAR(100) NOT NULL,
    status VARCHAR(20) NOT NULL DEFAULT 'queued' CONSTRAINT ck_jobs_status CHECK (status IN ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
    created_by UUID REFERENCES users(id) ON DELETE SET NULL,
    parameters JSONB NOT NULL DEFAULT '{}',
    rows_total INTEGER,
    rows_done INTEGER NOT NULL DEFAULT 0,
    rows_failed INTEGER NOT NULL DEFAULT 0,
    position BIGINT NOT NULL DEFAULT 0,
    error TEXT,
    node TEXT,
    started_at TIMESTAMP,
    heartbeat_at TIMESTAMP,
    finished_at TIMESTAMP,
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    version BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX idx_jobs_status ON jobs(status, created_at);
CREATE INDEX idx_jobs_created_by ON jobs(created_by);
CREATE INDEX idx_jobs_list ON jobs(created_at DESC, id DESC);
CREATE TABLE job_files (
    job_id UUID NOT NULL REFERENCES jobs(id) ON DELETE CASCADE,
    part INTEGER NOT NULL,
    content BYTEA NOT NULL,
    PRIMARY KEY (job_id, part)
);
CREATE TABLE job_errors (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job_id UUID NOT NULL REFERENCES jobs(id) ON DELETE CASCADE,
    row_number BIGINT NOT NULL,
    reason TEXT NOT NULL,
    code VARCHAR(100),
    field VARCHAR(255),
    content TEXT
);
CREATE INDEX idx_job_errors_job_id ON job_errors(job_id, row_number);
--rollback DROP TABLE job_errors, job_files, jobs;
