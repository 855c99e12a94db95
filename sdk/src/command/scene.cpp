#include "command/scene.h"

#include <algorithm>

namespace zf {

const Session& ReadScene::session() const {
    ZF_ASSERT(session_ != nullptr);
    return *session_;
}

CommandScene::CommandScene(const Stage& stage, const Transaction& transaction,
                           const Session* session, std::string place)
    : stage_{stage},
      transaction_{transaction},
      snapshot_{transaction},
      reading_{stage, snapshot_, session, std::move(place)} {}

bool CommandScene::is_acknowledged(std::string_view code) const {
    const auto& codes = stage_.request.acknowledged;
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

std::optional<Problem> CommandScene::require(std::string_view permission,
                                             std::string_view place) const {
    const auto& declared = stage_.info.may_ask;
    ZF_ASSERT(std::find(declared.begin(), declared.end(), permission) != declared.end());
    if (has_session() && session().may(permission, place)) return std::nullopt;
    return not_permitted(stage_.info, permission);
}

bool CommandScene::lifts(const Problem& problem) {
    if (problem.level != Level::error || problem.lifted_by.empty() || reason().empty())
        return false;
    if (!has_session() || !session().may(problem.lifted_by, place())) return false;
    findings.lifted.push_back({problem.code, problem.lifted_by});
    return true;
}

std::optional<Problem> CommandScene::settle(const Problems& found, Changes& changes) {
    Problems standing;
    for (const Problem& each : found) {
        if (each.level == Level::alert && is_acknowledged(each.code)) {
            auto& codes = findings.acknowledged;  // once each: a file finds one a thousand times
            if (std::find(codes.begin(), codes.end(), each.code) == codes.end())
                codes.push_back(each.code);
        } else if (each.level != Level::notice && !lifts(each)) {
            standing.push_back(each);
        } else {
            changes.notices.push_back(each);
        }
    }
    if (standing.empty()) return std::nullopt;
    findings.problems = standing;
    return gravest(standing);
}

Problem not_permitted(const CommandInfo& info, std::string_view permission) {
    return {.code = "permission.denied",
            .level = Level::fatal,
            .text = {"You do not have the right to “{0}” here ({1}). Nothing was changed. Ask an "
                     "operator who may "
                     "give rights.",
                     {info.title, std::string{permission}}}};
}

}  // namespace zf
