#include "system/trail_binding.h"

#include <array>
#include <map>
#include <set>
#include <utility>

#include "zhangfang/audit/audit_trail.h"
#include "zhangfang/model/json.h"

namespace zf::system {
namespace {

constexpr int page_rows = 500;
constexpr std::size_t findings_most = 1000;

struct TodaysRow {
    std::string hash;  // hex
    std::string state;
    bool was_spoken_of = false;
};
using TodaysTable = std::map<std::int64_t, TodaysRow>;

std::string text_in(const Record& record, const char* name) {
    return record.get(name).plain_text();
}

std::int64_t number_in(const Record& record, const char* name) {
    const auto* value = record.get(name).if_a<std::int64_t>();
    return value == nullptr ? 0 : *value;
}

std::vector<std::byte> bytes_of_hex(const std::string& text) {
    std::vector<std::byte> bytes(text.size() / 2);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::byte>(std::stoi(text.substr(2 * i, 2), nullptr, 16));
    return bytes;
}

// SHA-256 over u64be(key) ‖ hash ‖ state of every row, in key order: as set commands record it.
std::string digest_of(TodaysTable::const_iterator from, TodaysTable::const_iterator to) {
    crypto::Sha256 digest;
    for (; from != to; ++from) {
        std::array<std::byte, 8> key{};
        for (std::size_t i = 0; i < 8; ++i)
            key[i] = static_cast<std::byte>(static_cast<std::uint64_t>(from->first) >>
                                            (8 * (7 - i)));
        digest.add(key);
        digest.add(bytes_of_hex(from->second.hash));
        digest.add(from->second.state);
    }
    return crypto::hex(digest.finish());
}

class Comparison {
public:
    Comparison(const std::vector<BoundTable>& tables, const Snapshot& snapshot) {
        for (const BoundTable& table : tables)
            table.rows(snapshot,
                       [&rows = tables_[table.table]](std::int64_t key, const std::string& hash,
                                                      const std::string& state) {
                           rows.emplace(key, TodaysRow{hash, state});
                       });
    }

    // Entries come newest first: the first word about a row is the last that was spoken.
    void hear(const AuditEntry& entry) {
        if (entry.outcome != AuditOutcome::done) return;
        const auto payload = parse_json(entry.payload);
        if (!payload || payload->if_a<Record>() == nullptr) return;
        const Record* rows = payload->as<Record>().get("rows").if_a<Record>();
        if (rows == nullptr) return;
        if (const List* bound = rows->get("bound").if_a<List>())
            for (auto each = bound->rbegin(); each != bound->rend(); ++each)
                hear_row(each->as<Record>(), entry.sequence);
        if (const List* chunks = rows->get("chunks").if_a<List>())
            for (auto each = chunks->rbegin(); each != chunks->rend(); ++each)
                hear_chunk(each->as<Record>(), entry.sequence);
    }

    std::vector<Message> finish() {
        for (const auto& [table, rows] : tables_)
            for (const auto& [key, row] : rows)
                if (!row.was_spoken_of)
                    find({"No entry of the trail speaks of row {0} of {1}.", {key, table}});
        return std::move(findings_);
    }

private:
    void find(Message finding) {
        if (findings_.size() < findings_most) findings_.push_back(std::move(finding));
    }

    void hear_row(const Record& bound, std::int64_t sequence) {
        const std::string table = text_in(bound, "table");
        const auto rows = tables_.find(table);
        if (rows == tables_.end()) return;
        const std::int64_t key = number_in(bound, "key");
        const std::string after = text_in(bound, "after");
        const auto row = rows->second.find(key);
        if (row == rows->second.end()) {
            if (!after.empty() && gone_.emplace(table, key).second)
                find({"Row {0} of {1} is gone; entry {2} of the trail left it there.",
                      {key, table, sequence}});
            return;
        }
        if (row->second.was_spoken_of) return;
        row->second.was_spoken_of = true;
        const std::string state = text_in(bound, "state");
        if (row->second.hash != after || (!state.empty() && row->second.state != state))
            find({"Row {0} of {1} is not as entry {2} of the trail left it.",
                  {key, table, sequence}});
    }

    void hear_chunk(const Record& chunk, std::int64_t sequence) {
        const std::string table = text_in(chunk, "table");
        const auto rows = tables_.find(table);
        if (rows == tables_.end()) return;
        const auto from = rows->second.lower_bound(number_in(chunk, "first"));
        const auto to = rows->second.upper_bound(number_in(chunk, "last"));
        bool is_newest = true;
        for (auto row = from; row != to; ++row) {
            is_newest = is_newest && !row->second.was_spoken_of;
            row->second.was_spoken_of = true;
        }
        if (is_newest && digest_of(from, to) != text_in(chunk, "digest"))
            find({"Rows {0} to {1} of {2} are not as entry {3} of the trail left them.",
                  {number_in(chunk, "first"), number_in(chunk, "last"), table, sequence}});
    }

    std::map<std::string, TodaysTable> tables_;
    std::set<std::pair<std::string, std::int64_t>> gone_;
    std::vector<Message> findings_;
};

}  // namespace

std::vector<Message> binding_findings(const std::vector<BoundTable>& tables,
                                      const Snapshot& snapshot, Progress& progress) {
    Comparison comparison{tables, snapshot};
    const AuditTrail trail{snapshot};
    const std::int64_t length = trail.head_sequence();
    std::int64_t before = 0;
    for (auto page = trail.page({}, 0, page_rows); !page.empty();
         page = trail.page({}, before, page_rows)) {
        for (const AuditEntry& entry : page) comparison.hear(entry);
        before = page.back().sequence;
        progress.step(length - before, length);
        if (before <= 1) break;
    }
    return comparison.finish();
}

}  // namespace zf::system
