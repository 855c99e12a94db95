#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/verb.h"

namespace zf::cli {

enum class OutputFormat { table, json, csv };

// Options that verbs share; which of them a verb takes is said by common_options().
struct CommonOptions {
    std::string workspace;
    std::string session_file;
    std::string login;
    std::string password_file;
    std::string store_password_file;
    std::string language;
    OutputFormat format = OutputFormat::table;
    std::string out;   // of a report: the file it becomes
    std::string from;  // JSON parameters: a file, or - for the input
    std::vector<std::string> acknowledged;
    std::string reason;
    std::string request_id;
    bool overwrite = false;
    bool dry_run = false;
    bool is_confirmed = false;
    bool asks_help = false;
};

// A line cut into the words that name a verb and everything else.
struct SplitLine {
    std::vector<std::string> words;
    std::vector<std::string> leading;  // options before the first word
    std::vector<std::string> options;  // behind it
    std::string language;              // needed before the first sentence is said
    bool asks_help = false;
    bool asks_version = false;
};
SplitLine split_line(const std::vector<std::string>& arguments);

struct ParsedLine {
    CommonOptions common;
    Record parameters;  // texts and lists of texts; the dispatcher takes them by their declaration
    std::map<std::string, std::string> secret_files;  // parameter → file that holds it
    Problems problems;                                // what cannot be understood
};

// Reads options by the declaration of the verb; words behind its name fill required parameters.
// Where verb and program have an option of one name, its place tells them apart: before the verb's
// name it is the program's (--login chen operator add), behind it the verb's.
ParsedLine parse_line(const NamedVerb& named, const SplitLine& split);

// The options beside its own parameters that a verb takes behind its name. Its parameters win over
// one of the same name.
std::vector<FieldInfo> common_options(const Verb& verb);

// How an option is typed: "--bank-account"; a list also in the singular, "--entry"; a secret as
// the name of a file, "--password-file".
std::vector<std::string> option_names(const FieldInfo& field);

}  // namespace zf::cli
