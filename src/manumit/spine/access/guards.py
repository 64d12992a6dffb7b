"""What the database itself refuses of releases, agreements and nations' decisions; run by migrations."""

RELEASES_KEEP_TO_THEIR_TERMS = """
CREATE FUNCTION access_release_keeps_to_its_terms() RETURNS trigger LANGUAGE plpgsql AS $guard$
DECLARE
    terms public.access_sharingterms;
    parent public.access_release;
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.ended_at IS NOT NULL AND NEW.ended_at IS DISTINCT FROM OLD.ended_at THEN
        RAISE EXCEPTION 'release_has_ended' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.ended_at IS NOT NULL OR (NEW.under_id IS NULL AND NEW.onward_of_id IS NULL) THEN
        RETURN NEW;
    END IF;
    SELECT * INTO terms FROM public.access_sharingterms WHERE id = NEW.under_id FOR SHARE;
    IF NOT FOUND OR terms.ended_at IS NOT NULL THEN
        RAISE EXCEPTION 'agreement_not_in_force' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.giver_id IS DISTINCT FROM terms.giver_id
        OR (NEW.onward_of_id IS NULL AND NEW.agency_id <> terms.receiver_id)
        OR NOT (NEW.purposes <@ terms.purposes) OR NEW.expires_at > terms.expires_at
        OR EXISTS (SELECT FROM unnest(NEW.groups) g WHERE NOT (NEW.kind || '.' || g) = ANY (terms.groups)) THEN
        RAISE EXCEPTION 'release_exceeds_agreement' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.onward_of_id IS NULL THEN
        RETURN NEW;
    END IF;
    SELECT * INTO parent FROM public.access_release WHERE id = NEW.onward_of_id FOR SHARE;
    IF terms.onward = 'never' OR (terms.onward = 'word' AND NEW.consented_by_id IS NULL) THEN
        RAISE EXCEPTION 'onward_not_allowed' USING ERRCODE = 'check_violation';
    END IF;
    IF parent.ended_at IS NOT NULL OR parent.under_id IS DISTINCT FROM NEW.under_id OR parent.kind <> NEW.kind
        OR parent.record_id <> NEW.record_id OR parent.onward_of_id IS NOT NULL
        OR NOT (NEW.groups <@ parent.groups) OR NOT (NEW.purposes <@ parent.purposes)
        OR NEW.expires_at > parent.expires_at THEN
        RAISE EXCEPTION 'onward_exceeds_release' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $guard$;
CREATE TRIGGER access_release_keeps_to_its_terms BEFORE INSERT OR UPDATE ON access_release
FOR EACH ROW EXECUTE FUNCTION access_release_keeps_to_its_terms();
"""
ANY_RELEASE = """
DROP TRIGGER access_release_keeps_to_its_terms ON access_release;
DROP FUNCTION access_release_keeps_to_its_terms();
"""
ENDS_TAKE_WITH_THEM = """
CREATE FUNCTION access_release_takes_onward_with_it() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
    UPDATE public.access_release SET ended_at = NEW.ended_at WHERE onward_of_id = NEW.id AND ended_at IS NULL;
    RETURN NULL;
END $guard$;
CREATE TRIGGER access_release_takes_onward_with_it AFTER UPDATE OF ended_at ON access_release
FOR EACH ROW WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL)
EXECUTE FUNCTION access_release_takes_onward_with_it();
CREATE FUNCTION access_terms_take_releases_with_them() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
    UPDATE public.access_release SET ended_at = NEW.ended_at WHERE under_id = NEW.id AND ended_at IS NULL;
    RETURN NULL;
END $guard$;
CREATE TRIGGER access_terms_take_releases_with_them AFTER UPDATE OF ended_at ON access_sharingterms
FOR EACH ROW WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL)
EXECUTE FUNCTION access_terms_take_releases_with_them();
CREATE FUNCTION access_terms_only_end() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
    IF OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL
        OR (to_jsonb(NEW) - 'ended_at') IS DISTINCT FROM (to_jsonb(OLD) - 'ended_at') THEN
        RAISE EXCEPTION 'terms_only_end' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $guard$;
CREATE TRIGGER access_terms_only_end BEFORE UPDATE ON access_sharingterms
FOR EACH ROW EXECUTE FUNCTION access_terms_only_end();
"""
ENDS_ALONE = """
DROP TRIGGER access_terms_only_end ON access_sharingterms;
DROP FUNCTION access_terms_only_end();
DROP TRIGGER access_terms_take_releases_with_them ON access_sharingterms;
DROP FUNCTION access_terms_take_releases_with_them();
DROP TRIGGER access_release_takes_onward_with_it ON access_release;
DROP FUNCTION access_release_takes_onward_with_it();
"""
