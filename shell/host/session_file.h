#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "zhangfang/rules/problem.h"

namespace zf::host {

// Where a session's token is kept so that scripts sign in once: mode 0600, one file a workspace.
std::filesystem::path default_session_file(const std::string& workspace_uid);
std::optional<Problem> write_session_file(const std::filesystem::path& file,
                                          const std::string& token);
// Problems: session.no_file, session.file_not_private (others could read it).
Result<std::string> read_session_file(const std::filesystem::path& file);
void remove_session_file(const std::filesystem::path& file);

// A secret from a file that only its owner may read; the last line break is not part of it.
Result<std::string> read_secret_file(const std::filesystem::path& file);

}  // namespace zf::host
