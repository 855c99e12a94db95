#include "host/session_file.h"

#include <fstream>
#include <iterator>
#include <system_error>

#include "zhangfang/platform/platform.h"

namespace zf::host {

std::filesystem::path default_session_file(const std::string& workspace_uid) {
    return platform::user_state_folder() / "sessions" / workspace_uid;
}

std::optional<Problem> write_session_file(const std::filesystem::path& file,
                                          const std::string& token) {
    try {
        if (file.has_parent_path()) platform::create_private_folder(file.parent_path());
        platform::replace_private_file(file, token + "\n");
        return std::nullopt;
    } catch (const std::system_error& error) {
        return Problem{.code = "session.file_not_written",
                       .text = {"The session file {0} cannot be written ({1}). You are not signed "
                                "in. Choose another file with "
                                "--session-file.",
                                {file.string(), std::string{error.what()}}}};
    }
}

Result<std::string> read_secret_file(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        return Problem{
            .code = "session.no_file",
            .text = {"There is no file {0}. Nothing was done. Check the path.", {file.string()}}};
    if (!platform::is_private_file(file))
        return Problem{.code = "session.file_not_private",
                       .text = {"Others can read the file {0}. It was not used. Let only its owner "
                                "read it (mode 0600).",
                                {file.string()}}};
    std::ifstream stream{file, std::ios::binary};
    std::string text{std::istreambuf_iterator<char>{stream}, {}};
    if (!text.empty() && text.back() == '\n') text.pop_back();
    if (!text.empty() && text.back() == '\r') text.pop_back();
    return text;
}

Result<std::string> read_session_file(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        return Problem{.code = "session.none",
                       .text = {"Nobody is signed in. Nothing was done. Sign in with: zhangfang -w "
                                "WORKSPACE session open",
                                {}}};
    return read_secret_file(file);
}

void remove_session_file(const std::filesystem::path& file) {
    std::error_code ignored;
    std::filesystem::remove(file, ignored);
}

}  // namespace zf::host
