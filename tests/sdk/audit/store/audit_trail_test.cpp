#include "zhangfang/audit/audit_trail.h"

#include <array>

#include "support/catch.h"
#include "support/fresh_workspace.h"

using namespace zf;

static AuditEntry entry_by(std::int64_t operator_id, std::string command, std::string request_id,
                           AuditOutcome outcome = AuditOutcome::done,
                           std::string at = "2026-01-05T00:30:00Z") {
    AuditEntry entry{.at = std::move(at),
                     .operator_id = operator_id,
                     .operator_name = "司务长",
                     .station = "desk",
                     .session = "1",
                     .command = std::move(command),
                     .request_id = std::move(request_id),
                     .outcome = outcome};
    entry.payload = audit_payload(entry, {{"summary", "购买大米"}}, Value{}, "");
    return entry;
}

// A trail of `count` entries by operator 1, request ids r1, r2 ….
static void write_trail(Connection& connection, int count) {
    Transaction transaction{connection};
    const AuditTrail trail{transaction};
    for (int number = 1; number <= count; ++number)
        trail.append(transaction, entry_by(1, "bk.voucher.enter", "r" + std::to_string(number)),
                     "ok");
    transaction.commit();
}

static std::vector<std::string> faults_of(Connection& connection, std::int64_t from = 1) {
    const Snapshot snapshot{connection};
    std::vector<std::string> found;
    for (const ChainFault& fault : AuditTrail{snapshot}.verify(from))
        found.push_back(std::to_string(fault.sequence) + " " + fault.what);
    return found;
}

TEST_CASE("the hashes of two known payloads are those of the published vectors", "[audit]") {
    // reliability, chain of entries: K_audit is 00 01 … 1f.
    const std::string first =
        R"({"actor":"司务长","cmd":"voucher.enter","obj":"记-1","t":"2026-01-05T08:30:00+08:00"})";
    const std::string second =
        R"({"actor":"主管","cmd":"voucher.audit","obj":"记-1","t":"2026-01-31T17:05:00+08:00"})";
    std::array<std::byte, 32> key{};
    for (std::size_t at = 0; at < key.size(); ++at) key[at] = static_cast<std::byte>(at);

    const Digest entry1 = entry_hash(1, {}, crypto::sha256(first));
    const Digest entry2 = entry_hash(2, entry1, crypto::sha256(second));

    CHECK(first.size() == 89);
    CHECK(second.size() == 86);
    CHECK(crypto::hex(crypto::sha256(first)) ==
          "0c273d0a912c29d6b157620e264273d589aceef0e60db90c5b0387232c95b9db");
    CHECK(crypto::hex(crypto::sha256(second)) ==
          "af89085b58ff799c4ba7953ecdf0b045a3793750041a9b8356fc61fdc588b673");
    CHECK(crypto::hex(entry1) ==
          "d4d8d67d943db41a1301af7a07228ad011000a1494a91a7ccb1a883df95c3a87");
    CHECK(crypto::hex(entry2) ==
          "b54a8d19f5673ffa632f06e0b1f58dfa9392d51e64d2a2ca62cc4e9511e9db9d");
    CHECK(crypto::hex(crypto::hmac_sha256(key, entry1)) ==
          "2002ea83c4839391fdb1bf85d6d3b7255753c1fc280d1c0aaa8ff2176e49710f");
    CHECK(crypto::hex(crypto::hmac_sha256(key, entry2)) ==
          "1b63059241d17dddbb736d0097476ef040b29d68728986883ed8c3cdd896baae");
}

TEST_CASE("an entry comes back as it was written", "[audit]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store};
    Transaction transaction{fresh.writer()};
    const AuditTrail trail{transaction};

    CHECK(trail.head_sequence() == 0);
    CHECK(trail.append(transaction, entry_by(7, "bk.voucher.enter", "r1"), "{\"voucher\":17}") ==
          1);

    const auto entry = trail.get(1);
    REQUIRE(entry);
    CHECK(entry->operator_id == 7);
    CHECK(entry->operator_name == "司务长");
    CHECK(entry->station == "desk");
    CHECK(entry->outcome == AuditOutcome::done);
    CHECK(entry->payload ==
          R"({"at":"2026-01-05T00:30:00Z","command":"bk.voucher.enter",)"
          R"("operator":{"id":7,"name":"司务长"},"outcome":"done",)"
          R"("parameters":{"summary":"购买大米"},"reason":"","request":"r1","rows":null,)"
          R"("session":"1","station":"desk"})");
    CHECK(entry->entry_hash == entry_hash(1, {}, crypto::sha256(entry->payload)));
    CHECK(trail.head_hash() == entry->entry_hash);
    CHECK_FALSE(trail.get(2));
}

TEST_CASE("what was done once is remembered, a refusal may be tried again", "[audit]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store};
    Transaction transaction{fresh.writer()};
    const AuditTrail trail{transaction};

    trail.append(transaction, entry_by(1, "bk.voucher.enter", "r1", AuditOutcome::refused), "no");
    CHECK_FALSE(trail.result_of("r1"));
    trail.append(transaction, entry_by(1, "bk.voucher.enter", "r1", AuditOutcome::refused), "no");
    trail.append(transaction, entry_by(1, "bk.voucher.enter", "r1"), "done");
    trail.append(transaction, entry_by(1, "zf.start", ""), "");
    trail.append(transaction, entry_by(1, "zf.start", ""), "");

    CHECK(trail.result_of("r1") == "done");
    CHECK_FALSE(trail.result_of(""));
    try {
        trail.append(transaction, entry_by(1, "bk.voucher.enter", "r1"), "twice");
        FAIL("done twice");
    } catch (const StoreError& error) {
        CHECK(error.fault() == StoreFault::unique);
    }
}

TEST_CASE("nobody changes or deletes an entry, nor sets the head back", "[audit]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store};
    write_trail(fresh.writer(), 2);
    const std::string action = GENERATE(
        "UPDATE zf_audit_entry SET command = 'x' WHERE sequence = 1",
        "DELETE FROM zf_audit_entry WHERE sequence = 2", "DELETE FROM zf_audit_head",
        "UPDATE zf_audit_head SET sequence = 1");

    try {
        fresh.writer().run(action);
        FAIL("was taken: " << action);
    } catch (const StoreError& error) {
        CHECK(error.fault() == StoreFault::immutable);
    }
    CHECK(faults_of(fresh.writer()).empty());
}

TEST_CASE("replacing an entry by an insert is refused as well", "[audit]") {
    test::FreshWorkspace fresh{StoreKind::sqlite};
    write_trail(fresh.writer(), 1);

    CHECK_THROWS_AS(fresh.writer().run("REPLACE INTO zf_audit_entry SELECT * FROM zf_audit_entry"),
                    StoreError);
}

TEST_CASE("a whole chain has no faults, from the beginning or from the middle", "[audit]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store};
    write_trail(fresh.writer(), 5);

    CHECK(faults_of(fresh.writer()).empty());
    CHECK(faults_of(fresh.writer(), 4).empty());
    CHECK(faults_of(fresh.writer(), 6).empty());
    CHECK(faults_of(fresh.writer(), 7) == std::vector<std::string>{"6 gap"});
}

TEST_CASE("an edit behind the program's back is found where it was made", "[audit]") {
    test::FreshWorkspace fresh{StoreKind::sqlite};
    write_trail(fresh.writer(), 4);
    Connection& file = fresh.writer();
    file.script("DROP TRIGGER zf_audit_entry_no_update; DROP TRIGGER zf_audit_entry_no_delete;"
                "DROP TRIGGER zf_audit_head_advances");
    struct Case {
        const char* edit;
        std::vector<std::string> found;
    };
    const Case edited = GENERATE(values<Case>({
        {"UPDATE zf_audit_entry SET payload = replace(payload, '大米', '小米') WHERE sequence = 2",
         {"2 payload"}},
        {"UPDATE zf_audit_entry SET payload_hash = zeroblob(32) WHERE sequence = 2", {"2 payload"}},
        {"UPDATE zf_audit_entry SET entry_hash = zeroblob(32) WHERE sequence = 2",
         {"2 entry", "3 entry"}},
        {"UPDATE zf_audit_entry SET at = '2026-01-06T00:30:00Z' WHERE sequence = 3", {"3 column"}},
        {"UPDATE zf_audit_entry SET operator_id = 2 WHERE sequence = 3", {"3 column"}},
        {"UPDATE zf_audit_entry SET operator_name = '主管' WHERE sequence = 3", {"3 column"}},
        {"UPDATE zf_audit_entry SET station = 'other' WHERE sequence = 3", {"3 column"}},
        {"UPDATE zf_audit_entry SET session = '2' WHERE sequence = 3", {"3 column"}},
        {"UPDATE zf_audit_entry SET command = 'bk.voucher.void' WHERE sequence = 3", {"3 column"}},
        {"UPDATE zf_audit_entry SET request_id = 'r9' WHERE sequence = 3", {"3 column"}},
        {"UPDATE zf_audit_entry SET outcome = 'failed' WHERE sequence = 3", {"3 column"}},
        {"DELETE FROM zf_audit_entry WHERE sequence = 2", {"2 gap"}},
        {"DELETE FROM zf_audit_entry WHERE sequence = 4", {"4 head"}},
        {"UPDATE zf_audit_head SET entry_hash = zeroblob(32)", {"4 head"}},
        {"UPDATE zf_audit_head SET sequence = 3", {"3 head"}},
    }));

    file.run(edited.edit);

    CAPTURE(edited.edit);
    CHECK(faults_of(file) == edited.found);
}

TEST_CASE("the trail is read newest first, in pages, by what is asked", "[audit]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store};
    Transaction transaction{fresh.writer()};
    const AuditTrail trail{transaction};
    trail.append(transaction, entry_by(1, "bk.voucher.enter", "a"), "");
    trail.append(transaction, entry_by(2, "bk.voucher.review", "b", AuditOutcome::refused), "");
    trail.append(transaction,
                 entry_by(1, "bk.month.post", "c", AuditOutcome::done, "2026-02-01T08:00:00Z"), "");
    trail.append(transaction,
                 entry_by(1, "operator.add", "d", AuditOutcome::denied, "2026-02-02T08:00:00Z"),
                 "");
    const auto sequences = [&](const AuditFilter& filter, std::int64_t before = 0, int limit = 10) {
        std::vector<std::int64_t> found;
        for (const AuditEntry& entry : trail.page(filter, before, limit))
            found.push_back(entry.sequence);
        return found;
    };
    using Sequences = std::vector<std::int64_t>;

    CHECK(sequences({}) == Sequences{4, 3, 2, 1});
    CHECK(sequences({}, 0, 2) == Sequences{4, 3});
    CHECK(sequences({}, 3, 2) == Sequences{2, 1});
    CHECK(sequences({.operator_id = 2}) == Sequences{2});
    CHECK(sequences({.command = "bk.voucher."}) == Sequences{2, 1});
    CHECK(sequences({.command = "bk_"}).empty());
    CHECK(sequences({.from = "2026-02-01T08:00:00Z", .to = "2026-02-02T08:00:00Z"}) ==
          Sequences{3});
    CHECK(sequences({.outcome = AuditOutcome::denied}) == Sequences{4});
    CHECK(sequences({.text = "购买大米"}) == Sequences{4, 3, 2, 1});
    CHECK(sequences({.text = "OPERATOR.ADD"}) == Sequences{4});
    CHECK(sequences({.text = "%"}).empty());
}
