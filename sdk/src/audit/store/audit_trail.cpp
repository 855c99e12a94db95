#include "zhangfang/audit/audit_trail.h"

#include <algorithm>

#include <fmt/format.h>

#include "zhangfang/audit/canonical_json.h"
#include "zhangfang/base/assert.h"
#include "zhangfang/store/search_key.h"

namespace zf {

static constexpr std::string_view
    select_head = "SELECT sequence, entry_hash FROM zf_audit_head WHERE one = 1";

static constexpr std::string_view insert_entry = R"(
    INSERT INTO zf_audit_entry (sequence, at, operator_id, operator_name, station, session, command,
                                request_id, outcome, payload, payload_hash, entry_hash, result)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))";

static constexpr std::string_view
    advance_head = "UPDATE zf_audit_head SET sequence = ?, entry_hash = ? WHERE one = 1";

static constexpr std::string_view select_entries = R"(
    SELECT sequence, at, operator_id, operator_name, station, session, command, request_id, outcome,
           payload, payload_hash, entry_hash
    FROM zf_audit_entry)";

static constexpr std::string_view
    select_result = "SELECT result FROM zf_audit_entry WHERE request_id = ? AND "
                    "request_id <> '' AND outcome = 'done'";

static Digest digest_of(BytesView bytes) {
    Digest digest{};
    if (bytes.size() == digest.size()) std::copy(bytes.begin(), bytes.end(), digest.begin());
    return digest;
}

// An outcome nobody knows is damage, and verify() says so; it is shown as a failure.
static AuditEntry entry_of(const Row& row) {
    return {.sequence = row.integer(0),
            .at = std::string{row.text(1)},
            .operator_id = row.integer(2),
            .operator_name = std::string{row.text(3)},
            .station = std::string{row.text(4)},
            .session = std::string{row.text(5)},
            .command = std::string{row.text(6)},
            .request_id = std::string{row.text(7)},
            .outcome = enum_from<AuditOutcome>(row.text(8)).value_or(AuditOutcome::failed),
            .payload = std::string{row.text(9)},
            .payload_hash = digest_of(row.bytes(10)),
            .entry_hash = digest_of(row.bytes(11))};
}

struct Head {
    std::int64_t sequence = -1;
    Digest hash{};
};

static Head head_of(Connection& connection, std::string_view suffix = {}) {
    Head head;
    connection.run(std::string{select_head} + std::string{suffix}, {}, [&](const Row& row) {
        head = {row.integer(0), digest_of(row.bytes(1))};
    });
    if (head.sequence < 0) throw StoreError{StoreFault::corrupt, "the trail has no head"};
    return head;
}

AuditTrail::AuditTrail(Reader reader) : connection_{reader.connection()} {}

std::int64_t AuditTrail::head_sequence() const {
    return head_of(connection_).sequence;
}

Digest AuditTrail::head_hash() const {
    return head_of(connection_).hash;
}

std::int64_t AuditTrail::append(const Transaction& transaction, const AuditEntry& entry,
                                std::string_view result) const {
    Connection& connection = transaction.connection();
    const Head head = head_of(connection, connection.for_update());
    const std::int64_t sequence = head.sequence + 1;
    const Digest payload_hash = crypto::sha256(entry.payload);
    const Digest hash = zf::entry_hash(sequence, head.hash, payload_hash);
    connection.run(insert_entry,
                   {sequence, entry.at, entry.operator_id, entry.operator_name, entry.station,
                    entry.session, entry.command, entry.request_id, name_of(entry.outcome),
                    entry.payload, BytesView{payload_hash}, BytesView{hash}, result});
    connection.run(advance_head, {sequence, BytesView{hash}});
    return sequence;
}

std::optional<std::string> AuditTrail::result_of(std::string_view request_id) const {
    std::optional<std::string> result;
    if (request_id.empty()) return result;
    connection_.run(select_result, {request_id}, [&](const Row& row) { result = row.text(0); });
    return result;
}

std::optional<AuditEntry> AuditTrail::get(std::int64_t sequence) const {
    std::optional<AuditEntry> entry;
    connection_.run(std::string{select_entries} + " WHERE sequence = ?", {sequence},
                    [&](const Row& row) { entry = entry_of(row); });
    return entry;
}

std::vector<AuditEntry> AuditTrail::page(const AuditFilter& filter, std::int64_t before,
                                         int limit) const {
    std::string sql = std::string{select_entries} + " WHERE sequence > 0";
    Bounds bounds;
    const auto where = [&](std::string_view condition, const Bound& bound) {
        sql += " AND ";
        sql += condition;
        bounds.push_back(bound);
    };
    const std::string command = pattern_beginning(filter.command);
    const std::string text = pattern_containing(filter.text);
    if (before > 0) where("sequence < ?", before);
    if (filter.operator_id) where("operator_id = ?", *filter.operator_id);
    if (!filter.from.empty()) where("at >= ?", filter.from);
    if (!filter.to.empty()) where("at < ?", filter.to);
    if (!filter.command.empty()) where(R"(command LIKE ? ESCAPE '\')", command);
    if (!filter.text.empty()) where(R"(lower(payload) LIKE lower(?) ESCAPE '\')", text);
    if (filter.outcome) where("outcome = ?", name_of(*filter.outcome));
    sql += " ORDER BY sequence DESC LIMIT ?";
    bounds.emplace_back(limit);

    std::vector<AuditEntry> entries;
    connection_.run(sql, bounds, [&](const Row& row) { entries.push_back(entry_of(row)); });
    return entries;
}

// Do the columns, by which the trail is searched, say what the payload says?
static bool agrees(const AuditEntry& entry, std::string_view outcome) {
    const Value who{Record{{"id", entry.operator_id}, {"name", entry.operator_name}}};
    const std::pair<std::string_view, Value> members[] = {
        {"at", entry.at},           {"operator", who},          {"station", entry.station},
        {"session", entry.session}, {"command", entry.command}, {"request", entry.request_id},
        {"outcome", outcome},
    };
    return std::all_of(std::begin(members), std::end(members), [&](const auto& member) {
        return canonical_member(entry.payload, member.first) == canonical_json(member.second);
    });
}

// What is wrong with one entry, given the hash of the one before it; "" when nothing is.
static std::string fault_of(const AuditEntry& entry, std::string_view outcome,
                            const Digest& previous) {
    if (crypto::sha256(entry.payload) != entry.payload_hash) return "payload";
    if (zf::entry_hash(entry.sequence, previous, entry.payload_hash) != entry.entry_hash)
        return "entry";
    return agrees(entry, outcome) ? "" : "column";
}

std::vector<ChainFault> AuditTrail::verify(std::int64_t from) const {
    ZF_ASSERT(from >= 1);
    std::vector<ChainFault> faults;
    Head last{from - 1, {}};
    if (from > 1) {
        const std::optional<AuditEntry> before = get(from - 1);
        if (!before) return {{from - 1, "gap"}};
        last.hash = before->entry_hash;
    }
    const auto rows = connection_.stream(
        std::string{select_entries} + " WHERE sequence >= ? ORDER BY sequence", {from});
    while (const Row* row = rows->next()) {
        const AuditEntry entry = entry_of(*row);
        for (std::int64_t absent = last.sequence + 1;
             absent < entry.sequence && faults.size() < faults_max; ++absent)
            faults.push_back({absent, "gap"});
        // Behind a gap nobody knows the hash to go on from.
        const bool follows = entry.sequence == last.sequence + 1;
        const std::string fault = follows ? fault_of(entry, row->text(8), last.hash) : "";
        if (!fault.empty()) faults.push_back({entry.sequence, fault});
        if (faults.size() >= faults_max) return faults;
        last = {entry.sequence, entry.entry_hash};
    }
    const Head head = head_of(connection_);
    if (head.sequence != last.sequence || head.hash != last.hash)
        faults.push_back({head.sequence, "head"});
    return faults;
}

}  // namespace zf
