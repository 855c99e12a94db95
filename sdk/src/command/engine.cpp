#include "command/engine.h"

#include <algorithm>
#include <chrono>
#include <new>
#include <random>
#include <system_error>
#include <thread>

#include "command/kept_value.h"
#include "command/store/place_lock.h"
#include "zhangfang/access/operator_store.h"
#include "zhangfang/audit/audit_trail.h"
#include "zhangfang/base/text.h"
#include "zhangfang/command/store_problem.h"

namespace zf {
namespace {

constexpr int tries_max = 5;

// Seats that collided must not collide again at the same instant.
void wait_before(int next_try) {
    thread_local std::minstd_rand random{std::random_device{}()};
    const int most = 10 << next_try;
    std::this_thread::sleep_for(
        std::chrono::milliseconds{std::uniform_int_distribution{most / 2, most}(random)});
}

Refused refused(Problem problem, Status status = Status::refused) {
    return {status, {std::move(problem)}};
}

Outcome ended_with(Refused refused) {
    return {.status = refused.status, .problems = std::move(refused.problems)};
}

Problem fatal(const char* code, const char* text, std::vector<Argument> arguments = {}) {
    return {.code = code, .level = Level::fatal, .text = {text, std::move(arguments)}};
}

AuditOutcome as_entered(Status status) {
    switch (status) {
        case Status::not_permitted: return AuditOutcome::denied;
        case Status::environment: return AuditOutcome::failed;
        default: return AuditOutcome::refused;
    }
}

// Worth a try to enter it: after these the store would only answer the same again.
bool can_be_entered(StoreFault fault) {
    switch (fault) {
        case StoreFault::busy:
        case StoreFault::input_output:
        case StoreFault::lost_connection:
        case StoreFault::corrupt:
        case StoreFault::interrupted: return false;
        default: return true;
    }
}

bool breaks_connection(StoreFault fault) {
    return fault == StoreFault::input_output || fault == StoreFault::lost_connection ||
           fault == StoreFault::corrupt;
}

// Ends the reach of interrupt() before the transaction below it is rolled back.
class Sealing {
public:
    explicit Sealing(Connections::Lease& lease) : lease_{lease} {}
    ~Sealing() { lease_.seal(); }
    Sealing(const Sealing&) = delete;
    Sealing& operator=(const Sealing&) = delete;

private:
    Connections::Lease& lease_;
};

bool is_request_id(std::string_view text) {
    return text.size() == 32 && std::all_of(text.begin(), text.end(), [](char each) {
               return (each >= '0' && each <= '9') || (each >= 'a' && each <= 'f');
           });
}

class ExternalScene : public ExternalContext {
public:
    using Reader_ = std::function<void(const std::function<void(ReadContext&)>&)>;
    ExternalScene(Workspace& workspace, const Stage& stage, const Admitted& admitted, Reader_ read)
        : workspace_{workspace},
          stage_{stage},
          admitted_{admitted},
          read_{std::move(read)} {}

    Workspace& workspace() const override { return workspace_; }
    const Session& session() const override { return *admitted_.session; }
    Progress& progress() const override { return stage_.progress; }
    std::string now() const override { return stage_.now; }
    Date today() const override { return stage_.today; }
    std::string random_hex(std::size_t bytes) override {
        return stage_.environment.random_hex(bytes);
    }
    const std::string& reason() const override { return stage_.request.reason; }
    const std::string& station() const override { return stage_.environment.station; }
    const std::string& program_version() const override {
        return stage_.environment.program_version;
    }
    std::string place() const override { return admitted_.place; }
    void read(const std::function<void(ReadContext&)>& work) override { read_(work); }

private:
    Workspace& workspace_;
    const Stage& stage_;
    const Admitted& admitted_;
    Reader_ read_;
};

}  // namespace

Dispatcher::Engine::Engine(Workspace& its_workspace, const CommandTable& its_commands,
                           const BookKinds& its_kinds, const std::vector<Watch>& watches,
                           Environment its_environment)
    : workspace{its_workspace},
      commands{its_commands},
      kinds{its_kinds},
      environment{std::move(its_environment)},
      connections{its_workspace},
      log_{environment.local_log} {
    for (const Watch& watch : watches)
        for (const std::string& command : watch.blocks) blocking_.emplace(command, &watch);
}

Outcome Dispatcher::Engine::guarded(const CommandRequest& request, const Session* session,
                                    Progress& progress, const std::function<Outcome(Call&)>& work) {
    const auto usage = [](Problem problem) {
        return ended_with(refused(std::move(problem), Status::bad_usage));
    };
    const auto found = commands.find(request.command);
    if (found == commands.end())
        return usage(fatal("command.unknown",
                           "There is no command “{0}”. Nothing was run. See the list of commands.",
                           {request.command}));
    const CommandEntry& entry = found->second;
    if (is_faulted_)
        return ended_with(refused(
            fatal("program.must_restart",
                  "The program contradicted itself before and takes no more commands. What was "
                  "saved is safe. Start it again."),
            Status::environment));

    Call call{.entry = entry,
              .request = request,
              .session = session,
              .stage = {.info = entry.info,
                        .request = call.request,
                        .environment = environment,
                        .kinds = kinds,
                        .progress = progress,
                        .now = environment.now(),
                        .today = environment.today()}};
    if (request.request_id.empty()) call.request.request_id = environment.random_hex(16);
    if (!is_request_id(call.request.request_id))
        return usage(
            fatal("request.bad_id", "A request id is 32 digits 0-9 and a-f. Nothing was run."));
    Problems faults = take_parameters(entry.info.parameters, request.parameters, call.parameters);
    if (entry.info.asks_reason && trim(request.reason).empty())
        faults.push_back(
            {.code = "command.reason_missing",
             .text = {"“{0}” needs a reason. Nothing was changed. State why.", {entry.info.title}},
             .place = {"reason"}});
    if (!faults.empty()) return {.status = Status::bad_usage, .problems = std::move(faults)};
    try {
        return work(call);
    } catch (...) {
        return failure(call);
    }
}

Outcome Dispatcher::Engine::write(Call& call, const Handler& handler) {
    if (workspace.is_read_only()) throw StoreError{StoreFault::read_only, "opened for reading"};
    recover(call.stage.progress);
    for (int next_try = 1;; ++next_try) {
        call.is_committing = false;
        try {
            Attempt attempt = try_to_write(call, handler);
            return attempt.must_be_entered ? refusal(call, std::move(attempt))
                                           : std::move(attempt.outcome);
        } catch (const StoreError& error) {
            // Nothing tells what a failed sync brought to the disk: the file may hold the whole
            // command when it is opened next.
            if (call.is_committing && error.fault() == StoreFault::input_output)
                return unknown(call, error);
            // The COMMIT may have come through, or another process had the same request.
            if (error.fault() == StoreFault::lost_connection ||
                error.fault() == StoreFault::unique) {
                try {
                    if (auto outcome = outcome_asked_anew(call)) return *std::move(outcome);
                } catch (const StoreError&) {
                    if (call.is_committing) return unknown(call, error);
                }
            }
            if (error.fault() != StoreFault::retry || next_try == tries_max) throw;
        }
        if (call.stage.progress.is_cancelled()) throw Cancelled{};
        wait_before(next_try);
    }
}

Dispatcher::Engine::Attempt Dispatcher::Engine::try_to_write(Call& call, const Handler& handler) {
    auto lease = connections.write(call.stage.progress);
    try {
        Transaction transaction{*lease};
        const Sealing sealing{lease};
        if (auto repeated = outcome_of(call, transaction)) return {.outcome = *std::move(repeated)};
        auto admitted = admit(call, transaction);
        if (!admitted) return {.outcome = ended_with(admitted.error()), .must_be_entered = true};
        lock_place(transaction, admitted->place);

        Attempt attempt = store(call, handler, transaction, *admitted);
        if (attempt.outcome.sequence == 0) return attempt;  // refused, or a dry run
        lease.seal();
        call.is_committing = true;
        transaction.commit();
        return attempt;
    } catch (const StoreError& error) {
        if (breaks_connection(error.fault())) lease.discard();
        throw;
    }
}

Dispatcher::Engine::Attempt Dispatcher::Engine::store(Call& call, const Handler& handler,
                                                      const Transaction& transaction,
                                                      const Admitted& admitted) {
    CommandScene scene{call.stage, transaction, admitted.who(), admitted.place};
    Problems blocks = what_blocks(call, scene.reading());
    if (!blocks.empty())
        return {.outcome = {.status = Status::refused, .problems = std::move(blocks)},
                .must_be_entered = true};

    Result<Changes> answer = handler(scene);
    if (!answer) {
        // A handler passes on the gravest of what settle() found; the form wants all of it.
        Problems& all = scene.findings.problems;
        const bool is_settled = !all.empty() && gravest(all) == answer.error();
        const bool is_denied = answer.error().code == "permission.denied";
        return {.outcome = {.status = is_denied ? Status::not_permitted : Status::refused,
                            .problems = is_settled ? all : Problems{answer.error()}},
                .must_be_entered = true};
    }

    Changes& changes = *answer;
    Attempt attempt{.outcome = {.problems = changes.notices,
                                .said = changes.said,
                                .result = changes.result,
                                .changed = changes.changed}};
    Findings& findings = scene.findings;
    findings.problems.clear();
    if (changes.refusal) {
        attempt.outcome = ended_with(refused(*changes.refusal, Status::not_permitted));
        findings.problems = attempt.outcome.problems;
    }
    if (call.request.dry_run && !changes.refusal) return attempt;  // a failed try counts even then

    const Operator* who = changes.who        ? &*changes.who
                          : admitted.session ? &admitted.session->who()
                                             : nullptr;
    const AuditEntry entry = entry_for(call, who,
                                       changes.refusal ? AuditOutcome::denied : AuditOutcome::done,
                                       trail_rows(changes, findings));
    Outcome kept_outcome = attempt.outcome;
    kept_outcome.result = masked(call.entry.info.answer, kept_outcome.result);
    attempt.outcome.sequence = AuditTrail{transaction}.append(
        transaction, entry, changes.refusal ? "" : stored_outcome(kept_outcome));
    return attempt;
}

Expected<Admitted, Refused> Dispatcher::Engine::admit(const Call& call, Reader reader) const {
    const CommandInfo& info = call.entry.info;
    Admitted admitted;
    if (call.session != nullptr) {
        const OperatorStore operators{reader};
        auto who = operators.get(call.session->who().id);
        if (!who || !who->is_enabled)
            return refused(fatal("session.ended", "This operator may no longer work here. Nothing "
                                                  "was changed. Sign in as another one."),
                           Status::not_permitted);
        if (!operators.is_session_open(call.session->id()))
            return refused(fatal("session.closed",
                                 "This session was closed. Nothing was changed. Sign in again."),
                           Status::not_permitted);
        admitted.session.emplace(call.session->id(), *std::move(who),
                                 operators.grants_of(call.session->who().id));
    } else if (info.needs == Needs::session || info.needs == Needs::own) {
        return refused(
            fatal("session.none", "Nobody is signed in. Nothing was changed. Sign in first."),
            Status::not_permitted);
    }
    if (call.entry.place_of) {
        auto place = call.entry.place_of(call.parameters, reader);
        if (!place) return refused(std::move(place).error());
        admitted.place = *std::move(place);
    }
    if (info.needs == Needs::session && !admitted.session->may(info.permission, admitted.place))
        return refused(not_permitted(info, info.permission), Status::not_permitted);
    return admitted;
}

Problems Dispatcher::Engine::what_blocks(const Call& call, ReadContext& context) const {
    Problems problems;
    const auto [first, last] = blocking_.equal_range(call.entry.info.name);
    for (auto each = first; each != last; ++each)
        for (Message& row : each->second->rows(context))
            problems.push_back(
                {.code = each->second->name, .level = Level::fatal, .text = std::move(row)});
    return problems;
}

std::optional<Outcome> Dispatcher::Engine::outcome_of(const Call& call, Reader reader) const {
    if (call.request.request_id.empty()) return std::nullopt;
    const auto stored = AuditTrail{reader}.result_of(call.request.request_id);
    if (!stored) return std::nullopt;
    return outcome_from(*stored);
}

std::optional<Outcome> Dispatcher::Engine::outcome_asked_anew(const Call& call) {
    auto lease = connections.read(Progress::none());
    const Snapshot snapshot{*lease};
    return outcome_of(call, snapshot);
}

Outcome Dispatcher::Engine::unknown(const Call& call, const StoreError& error) const {
    return ended_with(refused(
        fatal(
            "store.outcome_unknown",
            "It is not known whether “{0}” was saved: the store failed at that moment ({1}). Look "
            "whether it is there before you do it again. The request id {2}, sent again, does it "
            "only once.",
            {call.entry.info.title, std::string{error.what()}, call.request.request_id}),
        Status::environment));
}

Outcome Dispatcher::Engine::read(Call& call, const Reading& work, Record& answer) {
    Refused reason;
    {
        auto lease = connections.read(call.stage.progress);
        try {
            const Snapshot snapshot{*lease};
            const Sealing sealing{lease};
            const auto admitted = admit(call, snapshot);
            if (admitted) {
                ReadScene scene{call.stage, snapshot, admitted->who(), admitted->place};
                if (auto problem = work(call.parameters, scene))
                    return {.status = Status::refused, .problems = {*std::move(problem)}};
                return {.result = std::move(answer)};
            }
            reason = admitted.error();
        } catch (const StoreError& error) {
            if (breaks_connection(error.fault())) lease.discard();
            throw;
        }
    }
    Attempt attempt{.outcome = ended_with(std::move(reason))};
    if (attempt.outcome.status != Status::not_permitted) return std::move(attempt.outcome);
    return refusal(call, std::move(attempt));
}

Outcome Dispatcher::Engine::work_outside(Call& call) {
    if (workspace.is_read_only()) throw StoreError{StoreFault::read_only, "opened for reading"};
    const auto in_snapshot = [&](const auto& work) {
        auto lease = connections.read(call.stage.progress);
        const Snapshot snapshot{*lease};
        const Sealing sealing{lease};
        work(snapshot);
    };
    std::optional<Outcome> ended;
    Admitted admitted;
    in_snapshot([&](const Snapshot& snapshot) {
        ended = outcome_of(call, snapshot);
        if (ended) return;
        auto answer = admit(call, snapshot);
        if (!answer) {
            ended = ended_with(answer.error());
            return;
        }
        admitted = *std::move(answer);
        ReadScene scene{call.stage, snapshot, admitted.who(), admitted.place};
        Problems blocks = what_blocks(call, scene);
        if (!blocks.empty())
            ended = Outcome{.status = Status::refused, .problems = std::move(blocks)};
    });
    if (ended)
        return ended->is_done() ? *std::move(ended) : refusal(call, {.outcome = *std::move(ended)});
    if (call.request.dry_run) return {};

    ExternalScene scene{
        workspace, call.stage, admitted, [&](const std::function<void(ReadContext&)>& work) {
            in_snapshot([&](const Snapshot& snapshot) {
                ReadScene reading{call.stage, snapshot, admitted.who(), admitted.place};
                work(reading);
            });
        }};
    auto storing = call.entry.external(call.parameters, scene);
    if (!storing) return refusal(call, {.outcome = ended_with(refused(storing.error()))});
    return write(call, *storing);
}

AuditEntry Dispatcher::Engine::entry_for(const Call& call, const Operator* who,
                                         AuditOutcome outcome, const Value& rows) const {
    AuditEntry entry{.at = call.stage.now,
                     .station = environment.station,
                     .command = call.entry.info.name,
                     .request_id = call.request.request_id,
                     .outcome = outcome};
    if (who != nullptr) {
        entry.operator_id = who->id.value;
        entry.operator_name = who->name;
    }
    if (call.session != nullptr) entry.session = call.session->id();
    entry.payload = audit_payload(entry, masked(call.entry.info.parameters, call.parameters), rows,
                                  call.request.reason);
    return entry;
}

std::int64_t Dispatcher::Engine::enter(const Call& call, AuditOutcome outcome,
                                       const Findings& findings) noexcept {
    if (call.request.dry_run) return 0;
    try {
        const Operator* who = call.session != nullptr ? &call.session->who() : nullptr;
        const AuditEntry entry = entry_for(call, who, outcome, trail_rows({}, findings));
        try {
            if (workspace.is_read_only()) throw StoreError{StoreFault::read_only, ""};
            auto lease = connections.write(Progress::none());
            lease.seal();
            Transaction transaction{*lease};
            const std::int64_t sequence = AuditTrail{transaction}.append(transaction, entry, "");
            transaction.commit();
            return sequence;
        } catch (const StoreError&) {
            log_.add(workspace.uid(), entry);
        }
    } catch (const std::exception&) {
        return 0;  // what stood in the way of the command is told in any case
    }
    return 0;
}

Outcome Dispatcher::Engine::refusal(const Call& call, Attempt attempt) {
    if (attempt.findings.problems.empty()) attempt.findings.problems = attempt.outcome.problems;
    attempt.outcome.sequence = enter(call, as_entered(attempt.outcome.status), attempt.findings);
    return std::move(attempt.outcome);
}

Outcome Dispatcher::Engine::failed(const Call& call, const StoreError& error) {
    if (error.fault() == StoreFault::interrupted) throw Cancelled{};
    Attempt attempt{.outcome = ended_with(
                        refused(problem_of(error, workspace.address()), status_of(error.fault())))};
    const bool is_reading = call.entry.info.effect == Effect::reads;
    if (is_reading || !can_be_entered(error.fault())) return std::move(attempt.outcome);
    return refusal(call, std::move(attempt));
}

Outcome Dispatcher::Engine::failure(const Call& call) noexcept {
    const auto ended = [&](Problem problem, Status status = Status::environment) {
        Attempt attempt{.outcome = ended_with(refused(std::move(problem), status))};
        return call.entry.info.effect == Effect::reads ? std::move(attempt.outcome)
                                                       : refusal(call, std::move(attempt));
    };
    const auto unexpected = [&](const char* what) {
        return ended(fatal("program.unexpected",
                           "Something went wrong that the program did not expect ({0}). Nothing "
                           "was changed. Try again; "
                           "if it happens again, report it.",
                           {std::string{what}}));
    };
    try {
        try {
            throw;
        } catch (const StoreError& error) {
            return failed(call, error);
        }
    } catch (const Cancelled&) {
        return ended_with(refused(fatal("command.cancelled", "Cancelled. Nothing was changed."),
                                  Status::cancelled));
    } catch (const Overflow&) {
        return ended(fatal("amount.overflow", "An amount became larger than any book can hold. "
                                              "Nothing was changed. Check the figures."),
                     Status::refused);
    } catch (const ProgramFault& fault) {
        is_faulted_ = true;
        return ended(fatal("program.fault",
                           "The program contradicts itself ({0}). Nothing was changed; what was "
                           "saved before is safe. "
                           "Start the program again and report this.",
                           {std::string{fault.what()}}));
    } catch (const std::system_error& error) {
        if (error.code() == std::errc::no_space_on_device)
            return ended(
                fatal("file.disk_full",
                      "The disk that should hold the file is full. Nothing was changed. Free "
                      "some space, or choose another disk."));
        return ended(fatal("file.failed",
                           "A file could not be read or written ({0}). Nothing was changed. Check "
                           "its folder and try "
                           "again.",
                           {error.code().message()}));
    } catch (const std::bad_alloc&) {
        return ended(fatal("program.memory",
                           "There is not enough memory for this. Nothing was changed. Close other "
                           "programs, or do it in smaller parts."));
    } catch (const std::exception& error) {
        return unexpected(error.what());
    } catch (...) {
        return unexpected("no text");
    }
}

}  // namespace zf
