// 数据备份: making, verifying and proving backups. Restoring makes a new workspace and is the
// host's (no session there yet).
#include <algorithm>
#include <filesystem>

#include "system/parts.h"
#include "zhangfang/backup/backup.h"
#include "zhangfang/backup/backup_log.h"
#include "zhangfang/backup/unfinished.h"
#include "zhangfang/ledger/store/books.h"
#include "zhangfang/ledger/store/periods.h"
#include "zhangfang/model/answer.h"
#include "zhangfang/platform/platform.h"

namespace zf::system {
namespace {

struct MakeBackup {
    std::string folder, book, reason = "manual", passphrase;
};
struct VerifyBackup {
    std::string file, passphrase;
};
struct ListBackups {};
struct DrillBackup {
    std::string file, passphrase;
};

BackupProgress steps_to(Progress& progress) {
    return [&progress](std::int64_t done, std::int64_t total) { progress.step(done, total); };
}

// "2008-01-31T08:00:05Z" → "20080131-080005"
std::string stamp_of(const std::string& instant) {
    std::string stamp;
    for (const char letter : instant) {
        if (letter >= '0' && letter <= '9') stamp += letter;
        if (letter == 'T') stamp += '-';
    }
    return stamp;
}

// <chosen>/<book name>数据备份/<初始化 | YYYY-MM>/<book>_<time>_<reason>.zfb, as the manual has
// users keep them.
struct Place {
    std::string folder, file_start, label;
};
// A name that a person chose, as part of a path: it leads nowhere else.
std::string as_file_name(std::string text) {
    constexpr std::string_view forbidden = "/\\:*?\"<>|";
    const auto is_forbidden = [&](char each) {
        const bool is_control = each >= 0 && each < ' ';  // bytes of Chinese letters may be
                                                          // negative
        return is_control || forbidden.find(each) != std::string_view::npos;
    };
    std::replace_if(text.begin(), text.end(), is_forbidden, '_');
    return text.starts_with('.') ? "_" + text : text;
}

Result<Place> place_for(const MakeBackup& request, ReadContext& context) {
    const BookStore books{context.snapshot()};
    std::vector<Book> all;
    if (request.book.empty()) {
        all = books.all();
    } else {
        const auto named = books.resolve(request.book);
        if (!named) return named.error();
        all.push_back(*named);
    }
    if (all.size() != 1) return Place{"", "workspace", ""};
    const Book& book = all.front();
    const bool is_new = book.status == BookStatus::initialising || !books.has_vouchers(book.id);
    const std::string label = is_new ? "初始化"
                                     : PeriodStore{context.snapshot(), book.id}.first_open().text();
    return Place{as_file_name(book.name) + "数据备份/" + label, as_file_name(book.code), label};
}

Result<Storing> make_backup_of(const MakeBackup& request, ExternalContext& context) {
    Result<Place> found{Place{}};
    context.read([&](ReadContext& read) { found = place_for(request, read); });
    if (!found) return found.error();
    const Place& place = *found;
    const std::filesystem::path folder = std::filesystem::path{request.folder} / place.folder;
    try {
        std::filesystem::create_directories(folder);
    } catch (const std::filesystem::filesystem_error& error) {
        return Problem{
            .code = "backup.folder",
            .text =
                {"The folder {0} cannot be made ({1}). No backup was made. Choose another place.",
                 {folder.string(), error.code().message()}},
            .place = {"folder"}};
    }
    const std::string name = place.file_start + "_" + stamp_of(context.now()) + "_" +
                             request.reason + ".zfb";
    const BackupOptions options{.path = (folder / name).string(),
                                .reason = request.reason,
                                .label = place.label,
                                .now = context.now(),
                                .program_version = context.program_version(),
                                .passphrase = request.passphrase};
    const auto made = make_backup(context.workspace(), options, steps_to(context.progress()));
    if (!made) return made.error();
    return Storing{[made = *made](CommandContext& storing) -> Result<Changes> {
        const BackupLog log{storing.transaction()};
        const std::int64_t id = log.add(storing.transaction(),
                                        {.made_at = storing.now(),
                                         .path = made.path,
                                         .reason = made.reason,
                                         .label = made.label,
                                         .bytes = made.bytes,
                                         .chain_sequence = made.chain_sequence,
                                         .verified_at = storing.now()});
        Changes changes{.changed = {{"zf.backup", {id}}},
                        .said = {"Backed up and verified: {0}", {made.path}}};
        changes.result.set("file", Value{made.path});
        changes.result.set("bytes", Value{made.bytes});
        return changes;
    }};
}

std::optional<LoggedBackup> logged(const BackupLog& log, const std::string& file) {
    for (const LoggedBackup& each : log.all())
        if (each.path == file) return each;
    return std::nullopt;
}

Result<Storing> verify_backup_file(const VerifyBackup& request, ExternalContext& context) {
    const auto info = verify_backup(request.file, request.passphrase, steps_to(context.progress()));
    if (!info) return info.error();
    return Storing{[info = *info, file = request.file](CommandContext& storing) -> Result<Changes> {
        const BackupLog log{storing.transaction()};
        if (const auto known = logged(log, file))
            log.set_verified(storing.transaction(), known->id, storing.now());
        Changes changes{.changed = {{"zf.backup", {}}},
                        .said = {"The backup is whole: {0}", {file}}};
        changes.result.set("made_at", Value{info.made_at});
        changes.result.set("chain_sequence", Value{info.chain_sequence});
        return changes;
    }};
}

// 恢复演练: the backup becomes a temporary workspace, is proven equal, and goes again.
Result<Storing> drill_backup(const Registry& registry, const DrillBackup& request,
                             ExternalContext& context) {
    std::string file = request.file;
    if (file.empty())
        context.read([&](ReadContext& read) {
            const auto newest = BackupLog{read.snapshot()}.last_verified();
            if (newest) file = newest->path;
        });
    if (file.empty())
        return Problem{
            .code = "backup.none",
            .text = {"There is no verified backup yet. Nothing was drilled. Make one first.", {}},
            .place = {"file"}};
    const UnfinishedFolder folder{"zhangfang-drill"};  // goes however the drill ends
    std::vector<MigrationSet> sets{sdk_migrations()};
    for (const MigrationSet& set : registry.migrations()) sets.push_back(set);
    const auto restored = restore_backup(file, request.passphrase,
                                         (folder.path() / "drill.zfw").string(), sets,
                                         steps_to(context.progress()));
    if (!restored) return restored.error();
    return Storing{[info = *restored, file](CommandContext& storing) -> Result<Changes> {
        const BackupLog log{storing.transaction()};
        if (const auto known = logged(log, file))
            log.set_drilled(storing.transaction(), known->id, storing.now());
        Changes changes{.changed = {{"zf.backup", {}}},
                        .said = {"Restored and proven equal, then removed again: {0}", {file}}};
        changes.result.set("chain_sequence", Value{info.chain_sequence});
        return changes;
    }};
}

Result<Record> list_backups(const ListBackups&, ReadContext& context) {
    List rows;
    for (const LoggedBackup& each : BackupLog{context.snapshot()}.all()) {
        std::error_code ignored;
        Record row;
        row.set("file", Value{each.path});
        row.set("made_at", Value{each.made_at});
        row.set("label", Value{each.label});
        row.set("reason", Value{each.reason});
        row.set("bytes", Value{each.bytes});
        row.set("verified_at", Value{each.verified_at});
        row.set("drilled_at", Value{each.drilled_at});
        row.set("is_there", Value{std::filesystem::exists(each.path, ignored)});
        rows.emplace_back(std::move(row));
    }
    Record answer;
    answer.set("last", rows.empty() ? Value{} : rows.front().as<Record>().get("made_at"));
    answer.set("rows", Value{std::move(rows)});
    return answer;
}

// The reasons that the program itself gives; others stand as they were typed.
FieldInfo reason_column() {
    FieldInfo reason = column("reason", "Reason");
    reason.choices = {{"manual", "By hand"},
                      {"before-closing", "Before a closing"},
                      {"year-end", "At the year end"},
                      {"before-migration", "Before an upgrade"}};
    return reason;
}

}  // namespace

void describe_backups(Registry& registry) {
    const Registry* all = &registry;
    registry.add(ExternalCommand<MakeBackup>{
        .name = "backup.make",
        .title = "Back up",
        .help = "Writes the whole workspace into one file, reads it again and proves it whole. "
                "Nothing is ever overwritten.",
        .permission = "zf.backup",
        .parameters = {field("folder", &MakeBackup::folder, "Folder").required().file(),
                       field("book", &MakeBackup::book, "Book").refers_to("bk.book"),
                       field("reason", &MakeBackup::reason, "Reason")
                           .pattern("[A-Za-z0-9-]{1,40}")
                           .defaults_to("manual"),
                       field("passphrase", &MakeBackup::passphrase, "Passphrase").secret()},
        .answer = {column("file", "File"), column("bytes", "Bytes", ValueType::integer)},
        .run = make_backup_of});
    registry.add(ExternalCommand<VerifyBackup>{
        .name = "backup.verify",
        .title = "Verify a backup",
        .help =
            "Reads every part of the file again and compares it with its own digests and totals.",
        .permission = "zf.backup",
        .parameters =
            {field("file", &VerifyBackup::file, "Backup").required().file().refers_to("zf.backup"),
             field("passphrase", &VerifyBackup::passphrase, "Passphrase").secret()},
        .answer = {column("made_at", "Made at (UTC)"),
                   column("chain_sequence", "Entries in the trail", ValueType::integer)},
        .run = verify_backup_file});
    registry.add(ExternalCommand<DrillBackup>{
        .name = "backup.drill",
        .title = "Restore drill",
        .help = "Restores a backup into a temporary workspace, proves it equal and removes it. The "
                "newest verified one when none is named.",
        .permission = "zf.backup",
        .parameters = {field("file", &DrillBackup::file, "Backup").file().refers_to("zf.backup"),
                       field("passphrase", &DrillBackup::passphrase, "Passphrase").secret()},
        .answer = {column("chain_sequence", "Entries in the trail", ValueType::integer)},
        .run = [all](const DrillBackup& request, ExternalContext& context) {
            return drill_backup(*all, request, context);
        }});
    registry.add(Query<ListBackups>{
        .name = "backup.list",
        .title = "Backups",
        .permission = "zf.backup",
        .answer = {column("last", "Last backup (UTC)"),
                   rows_of("Backups", {column("file", "File"), column("made_at", "Made at (UTC)"),
                                       column("label", "Period"), reason_column(),
                                       column("bytes", "Bytes", ValueType::integer),
                                       column("verified_at", "Verified at (UTC)"),
                                       column("drilled_at", "Drilled at (UTC)"),
                                       column("is_there", "File is there", ValueType::boolean)})},
        .run = list_backups});
    registry.add(ListView{
        .name = "zf.backup",
        .title = "Backup centre",
        .query = "backup.list",
        .columns = {"made_at", "label", "reason", "bytes", "verified_at", "drilled_at", "is_there",
                    "file"},
        .key = "file",
        .actions = {"backup.make", "backup.verify", "backup.drill"},
        .empty_text =
            "There is no backup yet. A fire, a thief or a broken disk would take everything.",
        .empty_action = "backup.make"});
    registry.add(MenuEntry{.path = "System/Backup centre",
                           .opens = "zf.backup",
                           .permission = "zf.backup",
                           .icon = "hdd",
                           .order = 890});
    registry.add(DashboardCard{.title = "Backups", .query = "backup.list", .opens = "zf.backup"});
}

}  // namespace zf::system
