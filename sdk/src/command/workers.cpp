#include "zhangfang/command/workers.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace zf {
namespace {

constexpr std::chrono::milliseconds between_interrupts{20};
constexpr std::size_t lane_count = 3;

Outcome cancelled_outcome() {
    return {.status = Status::cancelled,
            .problems = {{.code = "command.cancelled",
                          .level = Level::fatal,
                          .text = {"Cancelled. Nothing was changed."}}}};
}

class Task;
using TaskPointer = std::shared_ptr<Task>;

// Shared by the threads and by every job that the window still holds.
struct Board {
    explicit Board(Dispatcher& its_dispatcher) : dispatcher{its_dispatcher} {}

    Dispatcher& dispatcher;
    std::mutex guard;  // of what follows
    std::condition_variable changed;
    std::array<std::deque<TaskPointer>, lane_count> waiting;
    std::vector<TaskPointer> running;
    bool is_ending = false;
};

class Task : public Workers::Job, public Progress {
public:
    Task(std::shared_ptr<Board> board, Workers::Work work, Workers::Done done)
        : board_{std::move(board)},
          work_{std::move(work)},
          done_{std::move(done)} {}

    Workers::Steps steps() const override { return {done_steps_, total_steps_}; }
    bool is_finished() const override { return is_finished_; }
    void cancel() override {
        is_cancelled_ = true;
        const std::lock_guard lock{board_->guard};
        board_->changed.notify_all();
    }

    void step(std::int64_t done, std::int64_t total) override {
        done_steps_ = done;
        total_steps_ = total;
        if (is_cancelled_) throw Cancelled{};
    }
    bool is_cancelled() const override { return is_cancelled_; }

    Outcome run() { return is_cancelled_ ? cancelled_outcome() : work_(board_->dispatcher, *this); }
    void finish(const Outcome& outcome) {
        is_finished_ = true;
        work_ = nullptr;
        std::exchange(done_, nullptr)(outcome);
    }

private:
    std::shared_ptr<Board> board_;
    Workers::Work work_;
    Workers::Done done_;
    std::atomic<bool> is_finished_{false};
    std::atomic<bool> is_cancelled_{false};
    std::atomic<std::int64_t> done_steps_{0};
    std::atomic<std::int64_t> total_steps_{0};
};

void work_off(Board& board, std::size_t lane) {
    std::deque<TaskPointer>& waiting = board.waiting[lane];
    std::unique_lock lock{board.guard};
    while (true) {
        board.changed.wait(lock, [&] { return board.is_ending || !waiting.empty(); });
        if (waiting.empty()) return;
        const TaskPointer task = waiting.front();
        waiting.pop_front();
        board.running.push_back(task);
        lock.unlock();
        const Outcome outcome = task->run();
        lock.lock();
        std::erase(board.running, task);
        lock.unlock();
        task->finish(outcome);
        lock.lock();
    }
}

// An interrupt reaches the statement that runs at that instant; between two statements it is lost.
// So it is repeated until the task has ended. A task that waits ends here, however long its lane is
// busy.
void cancel_when_asked(Board& board) {
    std::unique_lock lock{board.guard};
    while (!board.is_ending || !board.running.empty()) {
        std::vector<TaskPointer> ended;
        for (auto& queue : board.waiting) {
            std::copy_if(queue.begin(), queue.end(), std::back_inserter(ended),
                         [](const TaskPointer& each) { return each->is_cancelled(); });
            std::erase_if(queue, [](const TaskPointer& each) { return each->is_cancelled(); });
        }
        bool is_interrupting = false;
        for (const TaskPointer& each : board.running) {
            if (!each->is_cancelled()) continue;
            board.dispatcher.interrupt(*each);
            is_interrupting = true;
        }
        if (!ended.empty()) {
            lock.unlock();
            for (const TaskPointer& each : ended) each->finish(cancelled_outcome());
            lock.lock();
        } else if (is_interrupting || board.is_ending) {
            board.changed.wait_for(lock, between_interrupts);
        } else {
            board.changed.wait(lock);
        }
    }
}

}  // namespace

Workers::Job::~Job() = default;

class Workers::Threads {
public:
    explicit Threads(Dispatcher& dispatcher) : board{std::make_shared<Board>(dispatcher)} {
        for (std::size_t lane = 0; lane < lane_count; ++lane)
            threads_.emplace_back([this, lane] { work_off(*board, lane); });
        threads_.emplace_back([this] { cancel_when_asked(*board); });
    }
    ~Threads() {
        std::vector<TaskPointer> open;
        {
            const std::lock_guard lock{board->guard};
            for (const auto& queue : board->waiting)
                open.insert(open.end(), queue.begin(), queue.end());
            open.insert(open.end(), board->running.begin(), board->running.end());
            board->is_ending = true;
        }
        for (const TaskPointer& each : open) each->cancel();
        board->changed.notify_all();
        for (std::thread& each : threads_) each.join();
    }
    Threads(const Threads&) = delete;
    Threads& operator=(const Threads&) = delete;

    const std::shared_ptr<Board> board;

private:
    std::vector<std::thread> threads_;
};

Workers::Workers(Dispatcher& dispatcher) : threads_{std::make_unique<Threads>(dispatcher)} {}
Workers::~Workers() = default;

std::shared_ptr<Workers::Job> Workers::submit(CommandRequest request,
                                              std::optional<Session> session, Done done) {
    const CommandEntry* entry = threads_->board->dispatcher.find(request.command);
    Lane lane = Lane::screens;
    if (entry != nullptr && entry->write) lane = Lane::writing;
    if (entry != nullptr && entry->external) lane = Lane::reports;
    return submit(
        lane,
        [request = std::move(request), session = std::move(session)](Dispatcher& dispatcher,
                                                                     Progress& progress) {
            return dispatcher.run(request, session ? &*session : nullptr, progress);
        },
        std::move(done));
}

std::shared_ptr<Workers::Job> Workers::submit(Lane lane, Work work, Done done) {
    auto task = std::make_shared<Task>(threads_->board, std::move(work), std::move(done));
    const std::lock_guard lock{threads_->board->guard};
    threads_->board->waiting[static_cast<std::size_t>(lane)].push_back(task);
    threads_->board->changed.notify_all();
    return task;
}

}  // namespace zf
