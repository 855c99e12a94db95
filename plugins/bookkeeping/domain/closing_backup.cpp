#include "domain/closing_backup.h"

#include "zhangfang/base/date.h"

namespace zf::bookkeeping {

// Instants are ISO texts of one length, so their order is that of their letters.
static std::string a_day_before(const std::string& instant) {
    const auto date = Date::parse(instant.substr(0, 10));
    ZF_ASSERT(date.has_value());
    return date->plus_days(-1).iso() + instant.substr(10);
}

std::optional<Problem> why_backup_missing(const BookOptions& options, const std::string& newest,
                                          const std::string& now) {
    if (!options.backup_before_closing || newest >= a_day_before(now)) return std::nullopt;
    return Problem{.code = "bk.period.backup",
                   .rule = "9.1",
                   .text = {"There is no verified backup of the last 24 hours, and this book asks "
                            "for one before closing. The month stays open: make a backup first.",
                            {}},
                   .place = {"month"}};
}

}  // namespace zf::bookkeeping
