#pragma once

#include <optional>

#include "command/trail_rows.h"
#include "zhangfang/command/command.h"
#include "zhangfang/command/environment.h"

namespace zf {

// What all contexts of one command have in common; clock values are taken once, when it begins.
struct Stage {
    const CommandInfo& info;
    const CommandRequest& request;
    const Environment& environment;
    const BookKinds& kinds;
    Progress& progress;
    std::string now;
    Date today;
};

class ReadScene : public ReadContext {
public:
    ReadScene(const Stage& stage, const Snapshot& snapshot, const Session* session,
              std::string place)
        : stage_{stage},
          snapshot_{snapshot},
          session_{session},
          place_{std::move(place)} {}

    const Snapshot& snapshot() const override { return snapshot_; }
    const Session& session() const override;
    const BookKinds& book_kinds() const override { return stage_.kinds; }
    Progress& progress() const override { return stage_.progress; }
    std::string now() const override { return stage_.now; }
    Date today() const override { return stage_.today; }
    const std::string& language() const override { return stage_.environment.language; }
    std::string place() const override { return place_; }
    bool has_session() const override { return session_ != nullptr; }

private:
    const Stage& stage_;
    const Snapshot& snapshot_;
    const Session* session_;
    std::string place_;
};

class CommandScene : public CommandContext {
public:
    CommandScene(const Stage& stage, const Transaction& transaction, const Session* session,
                 std::string place);

    const Transaction& transaction() const override { return transaction_; }
    const Session& session() const override { return reading_.session(); }
    const BookKinds& book_kinds() const override { return stage_.kinds; }
    Progress& progress() const override { return stage_.progress; }
    std::string now() const override { return stage_.now; }
    Date today() const override { return stage_.today; }
    std::string random_hex(std::size_t bytes) override {
        return stage_.environment.random_hex(bytes);
    }
    const std::string& reason() const override { return stage_.request.reason; }
    const std::string& station() const override { return stage_.environment.station; }
    std::string place() const override { return reading_.place(); }
    bool is_acknowledged(std::string_view code) const override;
    bool has_session() const override { return reading_.has_session(); }
    ReadContext& reading() override { return reading_; }
    std::optional<Problem> require(std::string_view permission,
                                   std::string_view place) const override;
    std::optional<Problem> settle(const Problems& found, Changes& changes) override;

    // What settle() refused with: all of it, while the handler returns the gravest.
    Findings findings;

private:
    bool lifts(const Problem& problem);

    const Stage& stage_;
    const Transaction& transaction_;
    Snapshot snapshot_;
    ReadScene reading_;
};

// The sentence for a missing right.
Problem not_permitted(const CommandInfo& info, std::string_view permission);

}  // namespace zf
