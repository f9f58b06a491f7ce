--liquibase formatted sql

--changeset crm:trigrams
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
--rollback DROP EXTENSION pg_trgm;

--changeset crm:accents
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;
--rollback DROP EXTENSION unaccent;

--changeset crm:search splitStatements:false
-- Both sides of a search go through it. It may be called immutable, so that columns and indexes can
-- use it, because it names its dictionary instead of taking the first one on the search path.
CREATE FUNCTION public.crm_search(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(public.unaccent('public.unaccent'::regdictionary, normalize(value, NFC)));
--rollback DROP FUNCTION public.crm_search(text);

--changeset crm:phone splitStatements:false
-- One number in two spellings gives the same digits: +49 (0)30 1234-56 and 0049 30 123456 ext. 7.
-- Fewer than five digits are no number that could tell two people apart.
CREATE FUNCTION public.crm_phone(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN substring(
    ltrim(
        regexp_replace(
            regexp_replace(value, '\(0\)|(?<=[0-9)])\s*(ext|x|#|;).*$', '', 'gi'),
            '[^0-9]', '', 'g'),
        '0')
    FROM '^[0-9]{5,}$');
--rollback DROP FUNCTION public.crm_phone(text);
