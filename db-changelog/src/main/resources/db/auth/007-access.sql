--liquibase formatted sql

--changeset crm:access-changed splitStatements:false
-- Every node that listens drops what it remembers of users' permissions when this commits.
CREATE FUNCTION public.crm_access_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('crm_access', '');
    RETURN NULL;
END
$$;
CREATE TRIGGER tr_users_access
    AFTER INSERT OR DELETE OR UPDATE OF role_id, is_active, deleted_at ON users
    FOR EACH STATEMENT EXECUTE FUNCTION public.crm_access_changed();
CREATE TRIGGER tr_roles_access
    AFTER DELETE OR UPDATE OF name ON roles
    FOR EACH STATEMENT EXECUTE FUNCTION public.crm_access_changed();
CREATE TRIGGER tr_permissions_access
    AFTER INSERT OR DELETE OR UPDATE ON permissions
    FOR EACH STATEMENT EXECUTE FUNCTION public.crm_access_changed();
CREATE TRIGGER tr_role_permissions_access
    AFTER INSERT OR DELETE OR UPDATE ON role_permissions
    FOR EACH STATEMENT EXECUTE FUNCTION public.crm_access_changed();
CREATE TRIGGER tr_team_members_access
    AFTER INSERT OR DELETE OR UPDATE ON team_members
    FOR EACH STATEMENT EXECUTE FUNCTION public.crm_access_changed();
CREATE TRIGGER tr_api_tokens_access
    AFTER INSERT OR DELETE OR UPDATE OF permissions, expires_at, revoked_at ON api_tokens
    FOR EACH STATEMENT EXECUTE FUNCTION public.crm_access_changed();
--rollback DROP TRIGGER tr_api_tokens_access ON api_tokens;
--rollback DROP TRIGGER tr_team_members_access ON team_members;
--rollback DROP TRIGGER tr_role_permissions_access ON role_permissions;
--rollback DROP TRIGGER tr_permissions_access ON permissions;
--rollback DROP TRIGGER tr_roles_access ON roles;
--rollback DROP TRIGGER tr_users_access ON users;
--rollback DROP FUNCTION public.crm_access_changed();
