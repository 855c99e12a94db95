#include "command/connections.h"

#include <algorithm>
#include <chrono>

namespace zf {

Connections::Lease::Lease(Connections& owner, std::unique_ptr<Connection> connection,
                          const Progress& progress, std::unique_lock<std::timed_mutex> turn)
    : owner_{&owner},
      connection_{std::move(connection)},
      turn_{std::move(turn)} {
    owner_->enter(progress, *connection_);
}

Connections::Lease::Lease(Lease&& other) noexcept
    : owner_{other.owner_},
      connection_{std::move(other.connection_)},
      turn_{std::move(other.turn_)},
      is_discarded_{other.is_discarded_} {}

Connections::Lease::~Lease() {
    if (!connection_) return;
    seal();
    if (is_discarded_) return;
    const std::lock_guard lock{owner_->guard_};
    if (turn_)
        owner_->writer_ = std::move(connection_);
    else
        owner_->idle_readers_.push_back(std::move(connection_));
}

void Connections::Lease::seal() noexcept {
    owner_->leave(*connection_);
}

Connections::Lease Connections::write(const Progress& progress) {
    std::unique_lock turn{writing_, std::defer_lock};
    while (!turn.try_lock_for(std::chrono::milliseconds{20}))
        if (progress.is_cancelled()) throw Cancelled{};
    std::unique_ptr<Connection> connection;
    {
        const std::lock_guard lock{guard_};
        connection = std::move(writer_);
    }
    if (!connection) connection = workspace_.connect_writer();
    return Lease{*this, std::move(connection), progress, std::move(turn)};
}

Connections::Lease Connections::read(const Progress& progress) {
    std::unique_ptr<Connection> connection;
    {
        const std::lock_guard lock{guard_};
        if (!idle_readers_.empty()) {
            connection = std::move(idle_readers_.back());
            idle_readers_.pop_back();
        }
    }
    if (!connection) connection = workspace_.connect_reader();
    return Lease{*this, std::move(connection), progress, {}};
}

void Connections::interrupt(const Progress& progress) noexcept {
    const std::lock_guard lock{guard_};
    for (const Active& each : active_)
        if (each.progress == &progress) each.connection->interrupt();
}

void Connections::enter(const Progress& progress, Connection& connection) {
    const std::lock_guard lock{guard_};
    active_.push_back({&progress, &connection});
}

void Connections::leave(const Connection& connection) noexcept {
    const std::lock_guard lock{guard_};
    std::erase_if(active_, [&](const Active& each) { return each.connection == &connection; });
}

}  // namespace zf
