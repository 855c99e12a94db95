#include "zhangfang/backup/unfinished.h"

#include <charconv>
#include <fstream>
#include <string>
#include <system_error>
#include <vector>

#include "zhangfang/base/text.h"
#include "zhangfang/crypto/crypto.h"
#include "zhangfang/platform/platform.h"

namespace zf {

namespace fs = std::filesystem;

static fs::path notes_folder() {
    return platform::user_state_folder() / "unfinished";
}

// host+process+random, so that a program alive is told from a dead one.
static std::string new_note_name() {
    return platform::host_name() + "+" + std::to_string(platform::process_id()) + "+" +
           crypto::random_hex(8);
}

static bool is_of_dead_process(const std::string& note_name) {
    const std::vector<std::string> parts = split(note_name, '+');
    if (parts.size() != 3 || parts[0] != platform::host_name()) return false;
    std::int64_t process = 0;
    const char* const end = parts[1].data() + parts[1].size();
    const auto [stopped, fault] = std::from_chars(parts[1].data(), end, process);
    return fault == std::errc{} && stopped == end && !platform::is_process_running(process);
}

// With the files that SQLite keeps beside one of its own.
static void remove_with_journals(const fs::path& path) {
    std::error_code ignored;
    fs::remove_all(path, ignored);
    for (const char* end : {"-wal", "-shm", "-journal"}) fs::remove(path.string() + end, ignored);
}

Unfinished::Unfinished(fs::path path) : path_{fs::absolute(std::move(path))} {
    try {
        platform::create_private_folder(notes_folder());
        const fs::path note = notes_folder() / new_note_name();
        platform::replace_private_file(note, path_.string());
        note_ = note;
    } catch (const std::system_error&) {
        // A home that cannot be written: then nobody but this object removes it.
    }
}

Unfinished::~Unfinished() {
    remove_with_journals(path_);
    std::error_code ignored;
    if (!note_.empty()) fs::remove(note_, ignored);
}

UnfinishedFolder::UnfinishedFolder(std::string_view prefix, const fs::path& parent)
    : unfinished_{(parent.empty() ? fs::temp_directory_path() : parent) /
                  (std::string{prefix} + "-" + crypto::random_hex(8))} {
    platform::create_private_folder(path());
}

static void remove_noted(const fs::path& note) {
    std::string text;
    std::getline(std::ifstream{note, std::ios::binary}, text, '\0');
    const fs::path path = text;
    std::error_code fault;
    if (!text.empty() && !fs::exists(path.parent_path(), fault)) return;
    if (!text.empty()) remove_with_journals(path);
    if (text.empty() || !fs::exists(path, fault)) fs::remove(note, fault);
}

void remove_unfinished() {
    try {
        std::error_code none;
        for (const auto& note : fs::directory_iterator{notes_folder(), none})
            if (is_of_dead_process(note.path().filename().string())) remove_noted(note.path());
    } catch (const std::system_error&) {
        // No home, or one that cannot be read: another time.
    }
}

}  // namespace zf
