#include "system/trail_binding.h"

#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <utility>

#include "zhangfang/audit/audit_trail.h"
#include "zhangfang/base/text.h"
#include "zhangfang/model/json.h"

namespace zf::system {
namespace {

constexpr int page_rows = 500;
constexpr std::size_t findings_most = 1000;

// A row as it was after the entry that is heard next: the walk begins with today.
struct WalkedRow {
    std::string hash;                  // hex
    std::optional<std::string> state;  // not known between two words about it
    bool was_spoken_of = false;
    bool is_there = true;  // not yet made, that far back
};
using WalkedTable = std::map<std::int64_t, WalkedRow>;

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

// The rows that a chunk names, as far as they are there: "17-120,122".
std::vector<WalkedTable::iterator> rows_named(WalkedTable& table, std::string_view keys) {
    std::vector<WalkedTable::iterator> rows;
    for (const std::string& run : split(keys, ',')) {
        std::int64_t first = 0;
        const auto read = std::from_chars(run.data(), run.data() + run.size(), first);
        std::int64_t last = first;
        if (read.ptr != run.data() + run.size())
            std::from_chars(read.ptr + 1, run.data() + run.size(), last);
        for (auto row = table.lower_bound(first); row != table.end() && row->first <= last; ++row)
            if (row->second.is_there) rows.push_back(row);
    }
    return rows;
}

// SHA-256 over u64be(key) ‖ hash ‖ state of every row, in key order: as set commands record it.
std::string digest_of(const std::vector<WalkedTable::iterator>& rows, const std::string& state) {
    crypto::Sha256 digest;
    for (const auto& row : rows) {
        std::array<std::byte, 8> key{};
        for (std::size_t i = 0; i < 8; ++i)
            key[i] = static_cast<std::byte>(static_cast<std::uint64_t>(row->first) >>
                                            (8 * (7 - i)));
        digest.add(key);
        digest.add(bytes_of_hex(row->second.hash));
        digest.add(row->second.state.value_or(state));
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
                           rows.emplace(key, WalkedRow{hash, state});
                       });
    }

    // Entries come newest first; each says what its rows were after it, and before.
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
        auto row = rows->second.find(key);
        if (row == rows->second.end()) {
            if (!after.empty())
                find({"Row {0} of {1} is gone; entry {2} of the trail left it there.",
                      {key, table, sequence}});
            row = rows->second.emplace(key, WalkedRow{after, std::nullopt}).first;
        }
        WalkedRow& walked = row->second;
        if (!walked.is_there) return;  // older than the row itself
        walked.was_spoken_of = true;
        const std::string state = text_in(bound, "state");
        const bool has_other_state = walked.state && !state.empty() && *walked.state != state;
        if (walked.hash != after || has_other_state)
            find({"Row {0} of {1} is not as entry {2} of the trail left it.",
                  {key, table, sequence}});
        walked.hash = text_in(bound, "before");
        walked.state.reset();
        walked.is_there = !walked.hash.empty();
    }

    void hear_chunk(const Record& chunk, std::int64_t sequence) {
        const std::string table = text_in(chunk, "table");
        const auto rows = tables_.find(table);
        if (rows == tables_.end()) return;
        const auto named = rows_named(rows->second, text_in(chunk, "keys"));
        const bool is_whole = static_cast<std::int64_t>(named.size()) == number_in(chunk, "count");
        if (!is_whole || digest_of(named, text_in(chunk, "state")) != text_in(chunk, "digest"))
            find({"Rows {0} to {1} of {2} are not as entry {3} of the trail left them.",
                  {number_in(chunk, "first"), number_in(chunk, "last"), table, sequence}});
        for (const auto& row : named) {
            row->second.was_spoken_of = true;
            row->second.state.reset();
        }
    }

    std::map<std::string, WalkedTable> tables_;
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
