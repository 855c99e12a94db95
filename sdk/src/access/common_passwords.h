#pragma once

#include <string_view>

namespace zf {

// Is it on the list of passwords that everybody tries?
bool is_common_password(std::string_view lower_case);

}  // namespace zf
