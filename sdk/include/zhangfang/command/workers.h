#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "zhangfang/command/dispatcher.h"

namespace zf {

// One thread that writes and two that read: screens on one, reports, exports and backups on the
// other, so that a long job stops neither saving nor browsing. The window thread only submits and
// hears of the end.
class ZF_EXPORT Workers {
public:
    enum class Lane { writing, screens, reports };
    struct Steps {
        std::int64_t done = 0;
        std::int64_t total = 0;  // 0: not known
    };

    // A submitted piece of work, for the job panel.
    class ZF_EXPORT Job {
    public:
        virtual ~Job();
        virtual Steps steps() const = 0;
        virtual bool is_finished() const = 0;
        // Ends it wherever it is: waiting, between two steps or inside a statement. Its outcome is
        // `cancelled`, unless it was done before.
        virtual void cancel() = 0;
    };

    using Work = std::function<Outcome(Dispatcher&, Progress&)>;
    using Done = std::function<void(const Outcome&)>;  // called on the worker's thread, exactly
                                                       // once

    explicit Workers(Dispatcher& dispatcher);
    // Cancels what runs or waits, and returns when every `done` was called.
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    // The lane follows from the command's effect; every command but reports.
    std::shared_ptr<Job> submit(CommandRequest request, std::optional<Session> session, Done done);
    // Reports and deliveries: `work` calls the dispatcher's read() or deliver().
    std::shared_ptr<Job> submit(Lane lane, Work work, Done done);

private:
    class Threads;
    std::unique_ptr<Threads> threads_;
};

}  // namespace zf
