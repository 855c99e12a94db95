#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "cli/verb.h"
#include "zhangfang/i18n/catalogue.h"

namespace zf::cli {

// What a verb does, and each of its options.
void write_help(const Verb& verb, const Catalogue& catalogue, std::ostream& out);

// The verbs whose names begin with the words, one a line; all of them for none.
void write_help(const std::vector<std::string>& words, const Vocabulary& vocabulary,
                const Catalogue& catalogue, std::ostream& out);

// "--amount AMOUNT": an option with the kind of value it takes.
std::string option_text(const FieldInfo& field, const Catalogue& catalogue);

// What is told about an option: its label, choices, default, whether it is required.
std::string option_help(const FieldInfo& field, const Catalogue& catalogue);

// "zhangfang [-w WORKSPACE] bk voucher review VOUCHER [OPTION]…"
std::string usage_of(const Verb& verb, const Catalogue& catalogue);

}  // namespace zf::cli
