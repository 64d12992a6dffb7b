"""What the database itself refuses of marks and of what adverse steps rest on (8 USC 1367(a)(1)); run by migrations."""

MARKS = ("continued_presence_mark", "continued_presence_vettingmark")

NOTHING_BARRED = """
CREATE FUNCTION continued_presence_basis_is_usable() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        RAISE EXCEPTION 'basis_is_never_rewritten' USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (
        SELECT FROM (SELECT * FROM public.continued_presence_mark
                     UNION ALL SELECT * FROM public.continued_presence_vettingmark) mark
        JOIN public.continued_presence_presencerequest marked ON marked.id = mark.request_id
        JOIN public.continued_presence_presencerequest here
            ON here.operation_id = marked.operation_id AND here.id = NEW.request_id
        WHERE (mark.print = NEW.print OR (mark.request_id = NEW.request_id AND mark.fact = NEW.fact
                                          AND split_part(mark.fact, '.', 3) = ''))
          AND (mark.corroborated_at IS NULL OR mark.corroborated_by_id = NEW.by_id)) THEN
        RAISE EXCEPTION 'basis_comes_from_the_trafficker' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $guard$;
CREATE TRIGGER continued_presence_basis_is_usable BEFORE INSERT OR UPDATE ON continued_presence_basis
FOR EACH ROW EXECUTE FUNCTION continued_presence_basis_is_usable();
"""
ANYTHING = """
DROP TRIGGER continued_presence_basis_is_usable ON continued_presence_basis;
DROP FUNCTION continued_presence_basis_is_usable();
"""
RESTS_ON_SOMETHING = """
CREATE FUNCTION continued_presence_adverse_rests_on_facts() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
    IF NOT EXISTS (SELECT FROM public.continued_presence_basis basis
                   WHERE basis.request_id = NEW.id AND basis.at >= NEW.state_since_at) THEN
        RAISE EXCEPTION 'adverse_step_without_facts' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $guard$;
CREATE CONSTRAINT TRIGGER continued_presence_adverse_rests_on_facts AFTER UPDATE ON continued_presence_presencerequest
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
WHEN ((NEW.state IN ('denied', 'revocation', 'revoked', 'superseded') AND NEW.state <> OLD.state)
      OR NEW.refusals > OLD.refusals)
EXECUTE FUNCTION continued_presence_adverse_rests_on_facts();
"""
ON_NOTHING = """
DROP TRIGGER continued_presence_adverse_rests_on_facts ON continued_presence_presencerequest;
DROP FUNCTION continued_presence_adverse_rests_on_facts();
"""
MARKS_STAND = """
CREATE FUNCTION continued_presence_mark_stands() RETURNS trigger LANGUAGE plpgsql AS $guard$
BEGIN
    IF OLD.corroborated_at IS NOT NULL OR NEW.corroborated_at IS NULL OR NEW.corroborated_by_id IS NULL
        OR (to_jsonb(NEW) - '{corroborated_at,corroborated_by_id}'::text[])
           IS DISTINCT FROM (to_jsonb(OLD) - '{corroborated_at,corroborated_by_id}'::text[]) THEN
        RAISE EXCEPTION 'mark_stands' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $guard$;
""" + "".join(
    f"""CREATE TRIGGER {table}_stands BEFORE UPDATE ON {table}
FOR EACH ROW EXECUTE FUNCTION continued_presence_mark_stands();
"""
    for table in MARKS
)
MARKS_FALL = "".join(f"DROP TRIGGER {table}_stands ON {table};\n" for table in MARKS) + (
    "DROP FUNCTION continued_presence_mark_stands();\n"
)
