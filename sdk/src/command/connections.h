#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "zhangfang/command/progress.h"
#include "zhangfang/store/workspace.h"

namespace zf {

// The connections of one workspace: a writing one that commands take in turns, and as many reading
// ones as read at once. They are opened when first needed.
class Connections {
public:
    explicit Connections(Workspace& workspace) : workspace_{workspace} {}

    // A connection in the hands of one command; interrupt() reaches it until sealed.
    class Lease {
    public:
        Lease(Lease&& other) noexcept;
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        ~Lease();

        Connection& operator*() const { return *connection_; }
        // From here on interrupt() passes by: a COMMIT or ROLLBACK runs to its end.
        void seal() noexcept;
        // The connection can no longer be trusted: the next lease opens a new one.
        void discard() noexcept { is_discarded_ = true; }

    private:
        friend class Connections;
        Lease(Connections& owner, std::unique_ptr<Connection> connection, const Progress& progress,
              std::unique_lock<std::timed_mutex> turn);
        Connections* owner_;
        std::unique_ptr<Connection> connection_;
        std::unique_lock<std::timed_mutex> turn_;  // of the writer only
        bool is_discarded_ = false;
    };

    Lease write(const Progress& progress);  // waits for its turn; throws Cancelled
    Lease read(const Progress& progress);

    void interrupt(const Progress& progress) noexcept;

private:
    struct Active {
        const Progress* progress;
        Connection* connection;
    };
    void enter(const Progress& progress, Connection& connection);
    void leave(const Connection& connection) noexcept;

    Workspace& workspace_;
    std::timed_mutex writing_;
    std::mutex guard_;  // of what follows
    std::unique_ptr<Connection> writer_;
    std::vector<std::unique_ptr<Connection>> idle_readers_;
    std::vector<Active> active_;
};

}  // namespace zf
