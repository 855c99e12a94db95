-- Posted is final: a posted voucher changes only its print count, and its state only back to
-- reviewed, where the level of its book allows and while its period is not closed.
CREATE TRIGGER zf_voucher_content_is_final
BEFORE UPDATE OF id, book, year, period, day, word, number, attachments, summary, reference,
    origin, origin_reference, reverses, corrects, remark, prepared_by, content_hash ON zf_voucher
WHEN (SELECT state FROM zf_voucher_state WHERE voucher = OLD.id) = 3
BEGIN
    SELECT RAISE(ABORT, 'a posted voucher is final');
END;
CREATE TRIGGER zf_voucher_marks_are_final
BEFORE UPDATE OF voucher, reviewed_by, reviewed_at, signed_by, posted_by, posted_at, marked_wrong,
    unposted_count ON zf_voucher_state
WHEN OLD.state = 3 AND NEW.state = 3
BEGIN
    SELECT RAISE(ABORT, 'a posted voucher is final');
END;
CREATE TRIGGER zf_voucher_state_is_final
BEFORE UPDATE OF state ON zf_voucher_state
WHEN OLD.state = 3 AND NEW.state <> 3 AND (
    NEW.state <> 2
    OR (SELECT b.control_level FROM zf_voucher AS v JOIN zf_book AS b ON b.id = v.book
        WHERE v.id = OLD.voucher) = 'strict'
    OR EXISTS (SELECT 1 FROM zf_voucher AS v JOIN zf_period AS p
                   ON p.book = v.book AND p.year = v.year AND p.period = v.period
               WHERE v.id = OLD.voucher AND p.state = 'closed'))
BEGIN
    SELECT RAISE(ABORT, 'a posted voucher is final');
END;
CREATE TRIGGER zf_voucher_is_kept
BEFORE DELETE ON zf_voucher
WHEN COALESCE((SELECT state FROM zf_voucher_state WHERE voucher = OLD.id), 1) <> 0
BEGIN
    SELECT RAISE(ABORT, 'a voucher with a number is never deleted');
END;
CREATE TRIGGER zf_voucher_state_is_kept
BEFORE DELETE ON zf_voucher_state WHEN OLD.state <> 0
BEGIN
    SELECT RAISE(ABORT, 'a voucher with a number is never deleted');
END;

CREATE TRIGGER zf_entry_is_final BEFORE UPDATE ON zf_entry
WHEN (SELECT state FROM zf_voucher_state WHERE voucher = OLD.voucher) = 3
BEGIN
    SELECT RAISE(ABORT, 'a posted entry is final');
END;
CREATE TRIGGER zf_entry_is_kept BEFORE DELETE ON zf_entry
WHEN (SELECT state FROM zf_voucher_state WHERE voucher = OLD.voucher) = 3
BEGIN
    SELECT RAISE(ABORT, 'a posted entry is final');
END;
CREATE TRIGGER zf_entry_detail_is_final BEFORE UPDATE ON zf_entry_detail
WHEN (SELECT state FROM zf_voucher_state WHERE voucher = OLD.voucher) = 3
BEGIN
    SELECT RAISE(ABORT, 'a posted entry is final');
END;
CREATE TRIGGER zf_entry_detail_is_kept BEFORE DELETE ON zf_entry_detail
WHEN (SELECT state FROM zf_voucher_state WHERE voucher = OLD.voucher) = 3
BEGIN
    SELECT RAISE(ABORT, 'a posted entry is final');
END;

CREATE TRIGGER zf_voucher_version_is_final BEFORE UPDATE ON zf_voucher_version
BEGIN
    SELECT RAISE(ABORT, 'a former content is final');
END;
CREATE TRIGGER zf_voucher_version_is_kept BEFORE DELETE ON zf_voucher_version
BEGIN
    SELECT RAISE(ABORT, 'a former content is final');
END;
