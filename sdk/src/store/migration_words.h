#pragma once

#include <string>
#include <string_view>

#include "zhangfang/store/connection.h"

namespace zf {

// A migration's text for one store: ID_KEY, CLUSTERED and BYTES stand for what differs between
// them.
std::string with_words_replaced(std::string_view sql, StoreKind kind);

}  // namespace zf
