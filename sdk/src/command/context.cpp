#include "zhangfang/command/context.h"

namespace zf {

ReadContext::~ReadContext() = default;
CommandContext::~CommandContext() = default;
ExternalContext::~ExternalContext() = default;

std::vector<Difference> differences_between(const std::vector<FieldInfo>& fields,
                                            std::string_view of, const Record& before,
                                            const Record& after) {
    std::vector<Difference> differences;
    for (const FieldInfo& field : fields) {
        const Value& old_value = before.get(field.name);
        const Value& new_value = after.get(field.name);
        if (old_value == new_value) continue;
        Difference difference{.of = std::string{of}, .field = field.label};
        if (!field.is_secret) {
            difference.before = old_value;
            difference.after = new_value;
        }
        differences.push_back(std::move(difference));
    }
    return differences;
}

}  // namespace zf
