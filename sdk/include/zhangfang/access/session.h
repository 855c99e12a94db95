#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zhangfang/access/operator.h"
#include "zhangfang/base/export.h"

namespace zf {

// Who is at work, with what rights, loaded when signing in and again when grants changed. A value:
// it holds no store.
class ZF_EXPORT Session {
public:
    Session(std::string id, Operator who, std::vector<Grant> grants);

    const std::string& id() const { return id_; }
    const Operator& who() const { return who_; }
    const std::vector<Grant>& grants() const { return grants_; }

    // The grant that opens `permission` at `place` ("book:3"); a grant for the whole workspace
    // opens every place.
    const Grant* grant_for(std::string_view permission, std::string_view place) const;
    bool may(std::string_view permission, std::string_view place = "") const {
        return grant_for(permission, place) != nullptr;
    }
    // Anywhere at all: whether a menu entry is shown.
    bool may_somewhere(std::string_view permission) const;

private:
    std::string id_;
    Operator who_;
    std::vector<Grant> grants_;
};

}  // namespace zf
