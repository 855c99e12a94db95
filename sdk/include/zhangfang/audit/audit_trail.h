#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zhangfang/crypto/crypto.h"
#include "zhangfang/model/value.h"
#include "zhangfang/rules/lifecycle.h"
#include "zhangfang/store/transaction.h"

namespace zf {

using crypto::Digest;

enum class AuditOutcome { done, denied, refused, failed };

template <>
struct EnumNames<AuditOutcome> {
    static constexpr std::array names{
        EnumName<AuditOutcome>{AuditOutcome::done, "done", "Done"},
        EnumName<AuditOutcome>{AuditOutcome::denied, "denied", "Denied"},
        EnumName<AuditOutcome>{AuditOutcome::refused, "refused", "Refused"},
        EnumName<AuditOutcome>{AuditOutcome::failed, "failed", "Failed"},
    };
};

// One line of the trail (操作日志). The payload is canonical JSON under the keys at, operator,
// station, session, command, request, parameters, outcome, rows, reason; once stored it is never
// serialised again.
struct AuditEntry {
    std::int64_t sequence = 0;
    std::string at;  // UTC instant
    std::int64_t operator_id = 0;
    std::string operator_name;  // as it was then
    std::string station;
    std::string session;
    std::string command;
    std::string request_id;  // hex, unique among `done`
    AuditOutcome outcome = AuditOutcome::done;
    std::string payload;  // made by audit_payload
    Digest payload_hash{};
    Digest entry_hash{};
};

// The canonical payload of an entry: its own fields (`operator` as {"id", "name"}) with what the
// command says. verify() compares the fields with it, so that an edited column is noticed.
ZF_EXPORT std::string audit_payload(const AuditEntry& entry, const Record& parameters,
                                    const Value& rows, std::string_view reason);

// entry_hash(n) = SHA-256("ZFA1" ‖ u64be(n) ‖ entry_hash(n−1) ‖ payload_hash(n)); entry_hash(0) is
// 32 zero bytes.
ZF_EXPORT Digest entry_hash(std::int64_t sequence, const Digest& previous,
                            const Digest& payload_hash);

struct ChainFault {
    std::int64_t sequence = 0;
    std::string what;  // "gap", "payload", "entry", "column", "head"
};

struct AuditFilter {
    std::optional<std::int64_t> operator_id;
    std::string from, to;  // instants, half-open
    std::string command;   // prefix
    std::string text;      // substring of the payload
    std::optional<AuditOutcome> outcome;
};

// Appends to and reads the one chain of a workspace (tables zf_audit_entry, zf_audit_head).
class ZF_EXPORT AuditTrail {
public:
    explicit AuditTrail(Reader reader);

    std::int64_t head_sequence() const;
    Digest head_hash() const;

    // Locks the head, computes the hashes, inserts. `result` is kept for a repeated request id.
    // Throws StoreError unique when a request id was already done.
    std::int64_t append(const Transaction& transaction, const AuditEntry& entry,
                        std::string_view result) const;

    // The stored result of a request that was done, if this id was seen.
    std::optional<std::string> result_of(std::string_view request_id) const;

    std::optional<AuditEntry> get(std::int64_t sequence) const;
    // Newest first, before sequence `before` (0: from the end).
    std::vector<AuditEntry> page(const AuditFilter& filter, std::int64_t before, int limit) const;

    // Recomputes the chain from entry `from` on; empty when whole, and never more than faults_max.
    std::vector<ChainFault> verify(std::int64_t from = 1) const;

    static constexpr std::size_t faults_max = 1000;

private:
    Connection& connection_;
};

}  // namespace zf
