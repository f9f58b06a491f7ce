--liquibase formatted sql

--changeset crm:projects-indexes
CREATE INDEX idx_projects_start_date ON projects(start_date);
CREATE INDEX idx_projects_end_date ON projects(end_date);
CREATE INDEX idx_projects_metadata ON projects USING gin(metadata);
CREATE INDEX idx_projects_created_at ON projects(created_at);
CREATE INDEX idx_projects_updated_at ON projects(updated_at);
CREATE INDEX idx_projects_deleted_at ON projects(deleted_at);
--rollback DROP INDEX idx_projects_start_date, idx_projects_end_date, idx_projects_metadata, idx_projects_created_at, idx_projects_updated_at, idx_projects_deleted_at;

--changeset crm:tasks-indexes
CREATE INDEX idx_tasks_created_by ON tasks(created_by);
CREATE INDEX idx_tasks_completed_at ON tasks(completed_at);
CREATE INDEX idx_tasks_metadata ON tasks USING gin(metadata);
CREATE INDEX idx_tasks_created_at ON tasks(created_at);
CREATE INDEX idx_tasks_updated_at ON tasks(updated_at);
CREATE INDEX idx_tasks_deleted_at ON tasks(deleted_at);
--rollback DROP INDEX idx_tasks_created_by, idx_tasks_completed_at, idx_tasks_metadata, idx_tasks_created_at, idx_tasks_updated_at, idx_tasks_deleted_at;

--changeset crm:timesheets-indexes
CREATE INDEX idx_timesheets_approved_by ON timesheets(approved_by);
CREATE INDEX idx_timesheets_approved_at ON timesheets(approved_at);
CREATE INDEX idx_timesheets_created_at ON timesheets(created_at);
CREATE INDEX idx_timesheets_updated_at ON timesheets(updated_at);
--rollback DROP INDEX idx_timesheets_approved_by, idx_timesheets_approved_at, idx_timesheets_created_at, idx_timesheets_updated_at;
