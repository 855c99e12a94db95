#include <array>
#include <fstream>

#include "command/engine.h"
#include "command/kept_value.h"
#include "command/store/delivery_store.h"
#include "zhangfang/audit/audit_trail.h"
#include "zhangfang/crypto/crypto.h"
#include "zhangfang/ledger/store/voucher_actions.h"
#include "zhangfang/platform/platform.h"

namespace zf {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view voucher_entity = "bk.voucher";

// Names this computer in the workspace without giving its id away.
std::string this_host() {
    return crypto::hex(crypto::sha256("zhangfang deliveries " + platform::machine_id()));
}

std::string digest_of(const fs::path& file) {
    std::ifstream input{file, std::ios::binary};
    crypto::Sha256 digest;
    std::array<char, 65536> buffer;
    while (input) {
        input.read(buffer.data(), buffer.size());
        digest.add(std::string_view{buffer.data(), static_cast<std::size_t>(input.gcount())});
    }
    return crypto::hex(digest.finish());
}

bool is_there(const fs::path& file) {
    std::error_code ignored;
    return fs::exists(fs::symlink_status(file, ignored));
}

void remove_file(const fs::path& file) noexcept {
    std::error_code ignored;
    fs::remove(file, ignored);
}

// "sheet.pdf", or "sheet-2.pdf" when somebody made a file of that name meanwhile: nothing is ever
// overwritten unasked.
fs::path give_final_name(const fs::path& part, const fs::path& wished, bool may_replace) {
    fs::path name = wished;
    if (may_replace) {
        fs::rename(part, name);
    } else {
        for (int next = 2; !platform::rename_without_replacing(part, name); ++next)
            name = wished.parent_path() / (wished.stem().string() + "-" + std::to_string(next) +
                                           wished.extension().string());
    }
    platform::sync_folder(name.parent_path());
    return name;
}

Problem exists_problem(const std::string& path) {
    return {.code = "file.exists",
            .text = {"The file {0} exists already. It was left as it is. Choose another name, or "
                     "say that it may be "
                     "replaced.",
                     {path}}};
}

Problem folder_problem(const std::string& folder) {
    return {
        .code = "file.no_folder",
        .text = {
            "The folder {0} does not exist. Nothing was written. Make it, or choose another one.",
            {folder}}};
}

// What the trail keeps of a delivery: its figures, and the documents it shows.
Record with_documents(Record figures, const Delivered& made) {
    if (made.what.empty()) return figures;
    figures.set("of", made.what);
    figures.set("ids", List(made.ids.begin(), made.ids.end()));
    return figures;
}

}  // namespace

// One file between its first byte and its final name.
struct Dispatcher::Engine::Draft {
    fs::path part, wished;
    bool may_replace = false;
    std::int64_t row = 0;
    Delivered made;
    std::string sha256;
    bool is_entered = false;

    Draft() = default;
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;
    ~Draft() {
        if (!is_entered && !part.empty()) remove_file(part);
    }
};

Outcome Dispatcher::Engine::deliver(Call& call, const std::string& final_path,
                                    const Delivering& work) {
    Draft draft;
    draft.wished = fs::absolute(final_path);
    draft.may_replace = call.request.overwrite;
    if (!fs::is_directory(draft.wished.parent_path()))
        return refusal(
            call, {.outcome = {.status = Status::refused,
                               .problems = {folder_problem(draft.wished.parent_path().string())}}});
    if (!draft.may_replace && is_there(draft.wished))
        return refusal(call, {.outcome = {.status = Status::refused,
                                          .problems = {exists_problem(final_path)}}});
    if (!workspace.is_read_only()) recover(call.stage.progress);

    std::optional<Outcome> repeated;
    std::optional<Session> session;
    Record answer;
    const auto make = [&](const Record& parameters,
                          ReadContext& context) -> std::optional<Problem> {
        repeated = outcome_of(call, context.snapshot());
        if (repeated || call.request.dry_run) return std::nullopt;
        session = context.session();
        draft.part = draft.wished.parent_path() / (".zf-" + call.request.request_id + ".part");
        if (!workspace.is_read_only()) {
            auto lease = connections.write(call.stage.progress);
            Transaction transaction{*lease};
            draft.row = DeliveryStore{transaction}.begin(transaction, this_host(),
                                                         {.process = platform::process_id(),
                                                          .part_path = draft.part.string(),
                                                          .final_path = draft.wished.string(),
                                                          .may_replace = draft.may_replace},
                                                         call.stage.now);
            transaction.commit();
        }
        auto made = work(parameters, context, draft.part.string());
        if (!made) return std::move(made).error();
        draft.made = *std::move(made);
        return std::nullopt;
    };
    const auto forget = [&] {
        if (draft.row == 0 || draft.is_entered) return;
        auto lease = connections.write(Progress::none());
        lease.seal();
        Transaction transaction{*lease};
        DeliveryStore{transaction}.remove(transaction, draft.row);
        transaction.commit();
    };
    try {
        Outcome outcome = read(call, make, answer);
        if (repeated) return *std::move(repeated);
        if (!outcome.is_done() || call.request.dry_run) {
            forget();
            return outcome;
        }
        platform::sync_file(draft.part);
        draft.sha256 = digest_of(draft.part);
        outcome = store_delivery(call, draft, {.session = std::move(session)});
        forget();
        return outcome;
    } catch (...) {
        try {
            forget();
        } catch (const std::exception&) {
            // The next start finds the row and removes what is left.
        }
        throw;
    }
}

// What left the program: its trail entry, and one print more of each of its documents.
void Dispatcher::Engine::enter_delivery(const Transaction& transaction, const Call& call,
                                        const AuditEntry& entry, const Delivered& made,
                                        const std::string& sha256, Outcome& outcome) const {
    outcome.sequence = AuditTrail{transaction}.append(transaction, entry, stored_outcome(outcome));
    const DeliveryStore store{transaction};
    for (const std::int64_t id : made.ids) {
        store.add_print(transaction, {.what = made.what,
                                      .document = id,
                                      .report = call.entry.info.name,
                                      .sha256 = sha256,
                                      .printed_at = call.stage.now,
                                      .operator_id = entry.operator_id,
                                      .sequence = outcome.sequence});
        if (made.what == voucher_entity) count_print(transaction, {id});
    }
}

Outcome Dispatcher::Engine::store_delivery(Call& call, Draft& draft, const Admitted& admitted) {
    const auto bytes = static_cast<std::int64_t>(fs::file_size(draft.part));
    Changes changes{.said = {"{0} was written.", {draft.wished.string()}}};
    changes.result = Record{{"file", draft.wished.string()},
                            {"sha256", draft.sha256},
                            {"bytes", bytes},
                            {"pages", draft.made.pages}};
    Record rows = trail_rows(changes, {}).as<Record>();
    rows.set("file", with_documents(changes.result, draft.made));
    const AuditEntry entry = entry_for(call, &admitted.session->who(), AuditOutcome::done, rows);
    Outcome outcome{.said = changes.said, .result = changes.result};

    if (workspace.is_read_only()) {
        log_.add(workspace.uid(), entry);
        draft.is_entered = true;
    } else {
        auto lease = connections.write(call.stage.progress);
        Transaction transaction{*lease};
        lease.seal();
        enter_delivery(transaction, call, entry, draft.made, draft.sha256, outcome);
        DeliveryStore{transaction}.made(transaction, draft.row, draft.sha256);
        transaction.commit();
        draft.is_entered = true;
    }
    const fs::path name = give_final_name(draft.part, draft.wished, draft.may_replace);
    outcome.said = {"{0} was written.", {name.string()}};
    outcome.result.set("file", name.string());
    if (!draft.made.what.empty()) outcome.changed.push_back({draft.made.what, draft.made.ids});
    if (draft.row == 0) return outcome;

    auto lease = connections.write(call.stage.progress);
    lease.seal();
    Transaction transaction{*lease};
    DeliveryStore{transaction}.remove(transaction, draft.row);
    transaction.commit();
    return outcome;
}

// Paper leaves no file to take a digest of.
Outcome Dispatcher::Engine::print(Call& call, const Delivered& paper) {
    std::optional<Outcome> repeated;
    std::optional<Session> session;
    Record answer;
    Outcome outcome = read(
        call,
        [&](const Record&, ReadContext& context) -> std::optional<Problem> {
            repeated = outcome_of(call, context.snapshot());
            session = context.session();
            return std::nullopt;
        },
        answer);
    if (repeated) return *std::move(repeated);
    if (!outcome.is_done() || call.request.dry_run) return outcome;

    Changes changes{.said = {"{0} pages go to the printer.", {paper.pages}}};
    changes.result = Record{{"pages", paper.pages}};
    Record rows = trail_rows(changes, {}).as<Record>();
    rows.set("paper", with_documents(changes.result, paper));
    const AuditEntry entry = entry_for(call, &session->who(), AuditOutcome::done, rows);
    outcome.said = changes.said;
    outcome.result = changes.result;
    if (workspace.is_read_only()) {
        log_.add(workspace.uid(), entry);
    } else {
        auto lease = connections.write(call.stage.progress);
        Transaction transaction{*lease};
        lease.seal();
        enter_delivery(transaction, call, entry, paper, {}, outcome);
        transaction.commit();
    }
    if (!paper.what.empty()) outcome.changed.push_back({paper.what, paper.ids});
    return outcome;
}

void Dispatcher::Engine::recover(const Progress& progress) {
    std::call_once(recovered_, [&] {
        enter_local_log(progress);
        finish_deliveries(progress);
    });
}

void Dispatcher::Engine::enter_local_log(const Progress& progress) {
    if (!log_.exists()) return;
    const std::vector<AuditEntry> entries = log_.of(workspace.uid());
    if (entries.empty()) return;
    auto lease = connections.write(progress);
    Transaction transaction{*lease};
    for (const AuditEntry& entry : entries) AuditTrail{transaction}.append(transaction, entry, "");
    transaction.commit();
    log_.forget(workspace.uid());
}

void Dispatcher::Engine::finish_deliveries(const Progress& progress) {
    auto lease = connections.write(progress);
    Transaction transaction{*lease};
    const DeliveryStore store{transaction};
    bool is_changed = false;
    for (const DeliveryRow& row : store.of_host(this_host())) {
        if (platform::is_process_running(row.process)) continue;
        const bool is_whole = !row.sha256.empty() && is_there(row.part_path) &&
                              digest_of(row.part_path) == row.sha256;
        if (is_whole)
            give_final_name(row.part_path, row.final_path, row.may_replace);
        else
            remove_file(row.part_path);
        store.remove(transaction, row.id);
        is_changed = true;
    }
    if (is_changed) transaction.commit();
}

}  // namespace zf
