#pragma once

#include <atomic>
#include <map>
#include <optional>

#include "command/connections.h"
#include "command/refusal_log.h"
#include "command/scene.h"
#include "zhangfang/command/dispatcher.h"

namespace zf {

// One request on its way through the dispatcher.
struct Call {
    const CommandEntry& entry;
    CommandRequest request;  // with its id
    Record parameters;       // taken by their declaration
    const Session* session;
    Stage stage;
    bool is_committing = false;  // what fails then may be stored all the same
};

// Why a command ends before it is done, and how the trail says so.
struct Refused {
    Status status = Status::refused;
    Problems problems;
};

// What the store says of the one who asks: rights given or taken since he signed in count at once.
struct Admitted {
    std::optional<Session> session;
    std::string place;

    const Session* who() const { return session ? &*session : nullptr; }
};

using Handler = std::function<Result<Changes>(CommandContext&)>;
using Reading = std::function<std::optional<Problem>(const Record&, ReadContext&)>;
using Delivering = std::function<Result<Delivered>(const Record&, ReadContext&,
                                                   const std::string&)>;

struct Dispatcher::Engine {
    Engine(Workspace& workspace, const CommandTable& commands, const BookKinds& kinds,
           const std::vector<Watch>& watches, Environment environment);

    // Decodes the request, then does `work` with the call; whatever is thrown ends here.
    Outcome guarded(const CommandRequest& request, const Session* session, Progress& progress,
                    const std::function<Outcome(Call&)>& work);

    Outcome write(Call& call, const Handler& handler);
    Outcome read(Call& call, const Reading& work, Record& answer);
    Outcome work_outside(Call& call);
    Outcome deliver(Call& call, const std::string& final_path, const Delivering& work);
    Outcome print(Call& call, const Delivered& paper);

    // What remains from processes that died; runs once.
    void recover(const Progress& progress);

    Workspace& workspace;
    const CommandTable& commands;
    const BookKinds& kinds;
    const Environment environment;
    Connections connections;

private:
    struct Attempt {
        Outcome outcome;
        Findings findings;
        bool must_be_entered = false;  // a refusal, in a transaction of its own
    };
    struct Draft;  // of a delivery

    Attempt try_to_write(Call& call, const Handler& handler);
    Attempt store(Call& call, const Handler& handler, const Transaction& transaction,
                  const Admitted& admitted);
    Expected<Admitted, Refused> admit(const Call& call, Reader reader) const;
    Problems what_blocks(const Call& call, ReadContext& context) const;
    std::optional<Outcome> outcome_of(const Call& call, Reader reader) const;
    // The outcome of a request whose answer did not come; nothing when the store holds none.
    // Throws StoreError when the store cannot be asked.
    std::optional<Outcome> outcome_asked_anew(const Call& call);
    Outcome unknown(const Call& call, const StoreError& error) const;

    AuditEntry entry_for(const Call& call, const Operator* who, AuditOutcome outcome,
                         const Value& rows) const;
    // Enters a refusal by itself; its number, or 0 when the trail cannot be written.
    std::int64_t enter(const Call& call, AuditOutcome outcome, const Findings& findings) noexcept;
    Outcome refusal(const Call& call, Attempt attempt);
    Outcome failure(const Call& call) noexcept;  // for the exception being handled
    Outcome failed(const Call& call, const StoreError& error);

    void finish_deliveries(const Progress& progress);
    void enter_local_log(const Progress& progress);
    void enter_delivery(const Transaction& transaction, const Call& call, const AuditEntry& entry,
                        const Delivered& made, const std::string& sha256, Outcome& outcome) const;
    Outcome store_delivery(Call& call, Draft& draft, const Admitted& admitted);

    std::multimap<std::string, const Watch*> blocking_;
    RefusalLog log_;
    std::atomic<bool> is_faulted_{false};
    std::once_flag recovered_;
};

}  // namespace zf
