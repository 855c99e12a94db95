#pragma once

#include "commands/book_context.h"
#include "commands/opening_rows.h"
#include "zhangfang/ledger/store/openings.h"

namespace zf::bookkeeping {

// The openings that lines stand for; every line that cannot be one is a finding at its place
// (bk.opening.two_sides, ledger.account.unknown).
Expected<std::vector<Opening>, Problems> openings_from(const std::vector<OpeningLine>& lines,
                                                       Reader reader, const Book& book);

// Sets them and says so.
Result<Changes> set_opening_lines(CommandContext& context, const Book& book,
                                  const std::vector<OpeningLine>& lines, bool replaces_all);

}  // namespace zf::bookkeeping
