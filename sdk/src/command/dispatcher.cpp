#include "zhangfang/command/dispatcher.h"

#include "command/engine.h"

namespace zf {

Dispatcher::Dispatcher(Workspace& workspace, const CommandTable& commands, const BookKinds& kinds,
                       const std::vector<Watch>& watches, Environment environment)
    : workspace_{workspace},
      commands_{commands},
      watches_{watches},
      engine_{
          std::make_unique<Engine>(workspace, commands, kinds, watches, std::move(environment))} {}

Dispatcher::~Dispatcher() = default;

Outcome Dispatcher::run(const CommandRequest& request, const Session* session, Progress& progress) {
    return engine_->guarded(request, session, progress, [&](Call& call) -> Outcome {
        if (call.entry.write)
            return engine_->write(call, [&](CommandContext& context) {
                return call.entry.write(call.parameters, context);
            });
        if (call.entry.external) return engine_->work_outside(call);
        ZF_ASSERT(call.entry.read);  // the host gives reports to read() or deliver()
        Record answer;
        return engine_->read(
            call,
            [&](const Record& parameters, ReadContext& context) -> std::optional<Problem> {
                auto result = call.entry.read(parameters, context);
                if (!result) return std::move(result).error();
                answer = *std::move(result);
                return std::nullopt;
            },
            answer);
    });
}

Outcome
Dispatcher::read(const CommandRequest& request, const Session& session, Progress& progress,
                 const std::function<std::optional<Problem>(const Record&, ReadContext&)>& work) {
    return engine_->guarded(request, &session, progress, [&](Call& call) {
        Record answer;
        return engine_->read(call, work, answer);
    });
}

Outcome Dispatcher::deliver(
    const CommandRequest& request, const Session& session, Progress& progress,
    const std::string& final_path,
    const std::function<Result<Delivered>(const Record&, ReadContext&, const std::string&)>& work) {
    return engine_->guarded(request, &session, progress,
                            [&](Call& call) { return engine_->deliver(call, final_path, work); });
}

Outcome Dispatcher::print(const CommandRequest& request, const Session& session, Progress& progress,
                          const Delivered& paper) {
    return engine_->guarded(request, &session, progress,
                            [&](Call& call) { return engine_->print(call, paper); });
}

void Dispatcher::recover() {
    if (!workspace_.is_read_only()) engine_->recover(Progress::none());
}

const CommandEntry* Dispatcher::find(std::string_view name) const {
    const auto found = commands_.find(std::string{name});
    return found == commands_.end() ? nullptr : &found->second;
}

void Dispatcher::interrupt(const Progress& progress) noexcept {
    engine_->connections.interrupt(progress);
}

}  // namespace zf
