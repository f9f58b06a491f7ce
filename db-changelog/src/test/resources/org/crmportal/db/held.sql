CREATE SCHEMA hold;
CREATE FUNCTION hold.here() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('application_name') = 'doomed' THEN
        PERFORM pg_advisory_xact_lock_shared(4711);
    END IF;
END $$;
CREATE FUNCTION hold.row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM hold.here();
    RETURN NEW;
END $$;
CREATE FUNCTION hold.made() RETURNS event_trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM pg_event_trigger_ddl_commands() WHERE object_identity = '%1$s') THEN
        %2$s;
    END IF;
END $$;
CREATE EVENT TRIGGER hold ON ddl_command_end EXECUTE FUNCTION hold.made();
