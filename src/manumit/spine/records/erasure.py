"""What the database does when a record is deleted by its retention.

The application's role may not delete history or sealed values. This function may, for one record, in the transaction
that wrote the leaf of its deletion, and never under a legal hold; whoever calls it otherwise is refused.
"""

CREATE = """
CREATE FUNCTION records_erase(of_kind text, of_record bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $erase$
BEGIN
    IF EXISTS (SELECT FROM records_legalhold WHERE kind = of_kind AND record_id = of_record AND lifted_at IS NULL) THEN
        RAISE EXCEPTION '% % is under a legal hold', of_kind, of_record
        USING ERRCODE = 'integrity_constraint_violation', HINT = 'Lift the hold first, if its authority allows.';
    END IF;
    IF NOT EXISTS (SELECT FROM audit_entry WHERE kind = of_kind AND record_id = of_record
                   AND verb = of_kind || '.delete' AND txid = pg_current_xact_id()) THEN
        RAISE EXCEPTION 'no leaf, no deletion: % %', of_kind, of_record
        USING ERRCODE = 'integrity_constraint_violation', HINT = 'Delete through records.actions.delete_record.';
    END IF;
    DELETE FROM records_recordhistory WHERE kind = of_kind AND record_id = of_record;
    DELETE FROM records_sealedvalue WHERE kind = of_kind AND record_id = of_record;
    UPDATE records_recordkey SET wrapped = '', destroyed_at = clock_timestamp()
    WHERE kind = of_kind AND record_id = of_record AND destroyed_at IS NULL;
END $erase$;
"""
DROP = "DROP FUNCTION records_erase(text, bigint);"
