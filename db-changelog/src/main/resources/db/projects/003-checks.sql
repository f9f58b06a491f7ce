--liquibase formatted sql

--changeset crm:projects-checks
ALTER TABLE projects
    ADD CONSTRAINT ck_projects_status CHECK (status IN ('planning', 'in_progress', 'on_hold', 'completed', 'cancelled')),
    ADD CONSTRAINT ck_projects_priority CHECK (priority IN ('low', 'medium', 'high', 'critical')),
    ADD CONSTRAINT ck_projects_budget CHECK (budget >= 0),
    ADD CONSTRAINT ck_projects_actual_cost CHECK (actual_cost >= 0);
--rollback ALTER TABLE projects DROP CONSTRAINT ck_projects_status, DROP CONSTRAINT ck_projects_priority, DROP CONSTRAINT ck_projects_budget, DROP CONSTRAINT ck_projects_actual_cost;

--changeset crm:tasks-checks
ALTER TABLE tasks
    ADD CONSTRAINT ck_tasks_status CHECK (status IN ('todo', 'in_progress', 'review', 'completed', 'cancelled')),
    ADD CONSTRAINT ck_tasks_priority CHECK (priority IN ('low', 'medium', 'high', 'critical')),
    ADD CONSTRAINT ck_tasks_estimated_hours CHECK (estimated_hours > 0),
    ADD CONSTRAINT ck_tasks_actual_hours CHECK (actual_hours >= 0);
--rollback ALTER TABLE tasks DROP CONSTRAINT ck_tasks_status, DROP CONSTRAINT ck_tasks_priority, DROP CONSTRAINT ck_tasks_estimated_hours, DROP CONSTRAINT ck_tasks_actual_hours;

--changeset crm:timesheets-checks
ALTER TABLE timesheets
    ADD CONSTRAINT ck_timesheets_status CHECK (status IN ('pending', 'approved', 'rejected')),
    ADD CONSTRAINT ck_timesheets_hours CHECK (hours > 0 AND hours <= 24);
--rollback ALTER TABLE timesheets DROP CONSTRAINT ck_timesheets_status, DROP CONSTRAINT ck_timesheets_hours;
