-- Posted is final: a posted voucher changes only its print count, and its state only back to
-- reviewed, where the level of its book allows and while its period is not closed.
CREATE FUNCTION zf_refuse_posted_voucher() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'ZF001', MESSAGE = 'a posted voucher is final';
END
$$;
CREATE FUNCTION zf_guard_voucher_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT state FROM zf_voucher_state WHERE voucher = OLD.id) = 3 THEN
        RAISE EXCEPTION USING ERRCODE = 'ZF001', MESSAGE = 'a posted voucher is final';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER zf_voucher_content_is_final
BEFORE UPDATE OF id, book, year, period, day, word, number, attachments, summary, reference,
    origin, origin_reference, reverses, corrects, remark, prepared_by, content_hash ON zf_voucher
FOR EACH ROW EXECUTE FUNCTION zf_guard_voucher_content();
-- After the row: a trigger before it would make the server lock every row of a month first.
CREATE TRIGGER zf_voucher_marks_are_final
AFTER UPDATE OF voucher, reviewed_by, reviewed_at, signed_by, posted_by, posted_at, marked_wrong,
    unposted_count ON zf_voucher_state
FOR EACH ROW WHEN (OLD.state = 3 AND NEW.state = 3)
    EXECUTE FUNCTION zf_refuse_posted_voucher();
CREATE FUNCTION zf_guard_posted_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.state <> 2
        OR (SELECT b.control_level FROM zf_voucher AS v JOIN zf_book AS b ON b.id = v.book
            WHERE v.id = OLD.voucher) = 'strict'
        OR EXISTS (SELECT 1 FROM zf_voucher AS v JOIN zf_period AS p
                       ON p.book = v.book AND p.year = v.year AND p.period = v.period
                   WHERE v.id = OLD.voucher AND p.state = 'closed') THEN
        RAISE EXCEPTION USING ERRCODE = 'ZF001', MESSAGE = 'a posted voucher is final';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER zf_voucher_state_is_final AFTER UPDATE OF state ON zf_voucher_state
FOR EACH ROW WHEN (OLD.state = 3 AND NEW.state <> 3)
    EXECUTE FUNCTION zf_guard_posted_state();
CREATE FUNCTION zf_refuse_voucher_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'ZF001', MESSAGE = 'a voucher with a number is never deleted';
END
$$;
CREATE FUNCTION zf_guard_voucher_delete() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF COALESCE((SELECT state FROM zf_voucher_state WHERE voucher = OLD.id), 1) <> 0 THEN
        RAISE EXCEPTION USING ERRCODE = 'ZF001',
            MESSAGE = 'a voucher with a number is never deleted';
    END IF;
    RETURN OLD;
END
$$;
CREATE TRIGGER zf_voucher_is_kept BEFORE DELETE ON zf_voucher
FOR EACH ROW EXECUTE FUNCTION zf_guard_voucher_delete();
CREATE TRIGGER zf_voucher_state_is_kept BEFORE DELETE ON zf_voucher_state
FOR EACH ROW WHEN (OLD.state <> 0) EXECUTE FUNCTION zf_refuse_voucher_delete();

CREATE FUNCTION zf_guard_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT state FROM zf_voucher_state WHERE voucher = OLD.voucher) = 3 THEN
        RAISE EXCEPTION USING ERRCODE = 'ZF001', MESSAGE = 'a posted entry is final';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER zf_entry_is_final BEFORE UPDATE OR DELETE ON zf_entry
FOR EACH ROW EXECUTE FUNCTION zf_guard_entry();
CREATE TRIGGER zf_entry_detail_is_final BEFORE UPDATE OR DELETE ON zf_entry_detail
FOR EACH ROW EXECUTE FUNCTION zf_guard_entry();

CREATE FUNCTION zf_refuse_version_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'ZF001', MESSAGE = 'a former content is final';
END
$$;
CREATE TRIGGER zf_voucher_version_is_final BEFORE UPDATE OR DELETE ON zf_voucher_version
FOR EACH ROW EXECUTE FUNCTION zf_refuse_version_change();

-- A voucher is reviewed and posted once: its state finds room beside itself for both.
ALTER TABLE zf_voucher_state SET (fillfactor = 40);
