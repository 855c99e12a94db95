#pragma once

namespace zf::bookkeeping {

// The codes that the canteen manual fixes (step C4).
inline constexpr const char* mess_fee_code = "401";       // 伙食费
inline constexpr const char* grain_subsidy_code = "402";  // 军粮差价补贴
inline constexpr const char* flow_dimension = "flow";     // 收支项目

}  // namespace zf::bookkeeping
