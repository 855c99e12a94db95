#pragma once

#include <string>

#include "zhangfang/store/connection.h"

namespace zf {

// The index of entries by account, built after the rows when the table starts empty: sorting once
// is quicker than keeping order, and the sort dominates large imports.
class EntryIndex {
public:
    explicit EntryIndex(Connection& connection);
    void drop_while_empty();
    void restore();

private:
    // The statement that makes it, as the store holds it; "" where this seat may not.
    std::string definition() const;

    Connection& connection_;
    std::string definition_;
};

}  // namespace zf
