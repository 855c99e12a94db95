#include "zhangfang/audit/audit_trail.h"
#include "zhangfang/audit/canonical_json.h"

namespace zf {

std::string audit_payload(const AuditEntry& entry, const Record& parameters, const Value& rows,
                          std::string_view reason) {
    return canonical_json(Value{Record{
        {"at", entry.at},
        {"operator", Record{{"id", entry.operator_id}, {"name", entry.operator_name}}},
        {"station", entry.station},
        {"session", entry.session},
        {"command", entry.command},
        {"request", entry.request_id},
        {"parameters", parameters},
        {"outcome", name_of(entry.outcome)},
        {"rows", rows},
        {"reason", reason},
    }});
}

Digest entry_hash(std::int64_t sequence, const Digest& previous, const Digest& payload_hash) {
    crypto::Sha256 parts;
    parts.add("ZFA1");
    std::array<std::byte, 8> big_endian{};
    auto rest = static_cast<std::uint64_t>(sequence);
    for (auto place = big_endian.rbegin(); place != big_endian.rend(); ++place, rest >>= 8)
        *place = static_cast<std::byte>(rest & 0xFFU);
    parts.add(big_endian);
    parts.add(previous);
    parts.add(payload_hash);
    return parts.finish();
}

}  // namespace zf
