#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "zhangfang/store/connection.h"

namespace zf {

// The indexes of entries, built after the rows when the table starts empty: sorting once is quicker
// than keeping order, and the sort dominates large imports.
class BulkIndexes {
public:
    explicit BulkIndexes(Connection& connection);
    void drop_while_empty();
    void restore();

private:
    // The statement that makes it, as the store holds it; "" where this seat may not.
    std::string definition_of(std::string_view index) const;

    Connection& connection_;
    std::vector<std::string> definitions_;
};

}  // namespace zf
