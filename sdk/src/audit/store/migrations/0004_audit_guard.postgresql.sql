-- The trail only grows, whoever asks.
INSERT INTO zf_audit_head (one, sequence, entry_hash)
    VALUES (1, 0, decode(repeat('00', 32), 'hex'));

-- For triggers of all modules: refuses the change in the words of its argument.
CREATE FUNCTION zf_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'ZF001', MESSAGE = TG_ARGV[0];
END
$$;

CREATE TRIGGER zf_audit_entry_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON zf_audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION zf_refuse_change('zf_audit_entry only grows');

-- An empty trail may take over that of a backup, whose head lies further on.
CREATE TRIGGER zf_audit_head_advances BEFORE UPDATE ON zf_audit_head
    FOR EACH ROW WHEN (OLD.sequence > 0 AND NEW.sequence <> OLD.sequence + 1)
    EXECUTE FUNCTION zf_refuse_change('zf_audit_head only advances');

CREATE TRIGGER zf_audit_head_no_delete BEFORE DELETE OR TRUNCATE ON zf_audit_head
    FOR EACH STATEMENT EXECUTE FUNCTION zf_refuse_change('zf_audit_head only advances');
