#include "host/sample.h"

#include <algorithm>
#include <map>
#include <set>
#include <system_error>

#include "host/reporting.h"
#include "host/sample_script.h"
#include "zhangfang/platform/platform.h"

namespace zf::host {
namespace {

constexpr std::size_t password_bytes = 8;  // as 16 hexadecimal digits

Problem unknown_sample(const Registry& registry, const std::string& name) {
    std::string known;
    for (const Sample& each : registry.samples()) known += (known.empty() ? "" : ", ") + each.name;
    return {.code = "sample.unknown",
            .text = {"There is no sample {0}. Nothing was made. Known are: {1}.", {name, known}},
            .place = {"name"}};
}

Problem not_writable(const std::filesystem::path& folder, const std::string& why) {
    return {
        .code = "sample.folder",
        .level = Level::fatal,
        .text = {"The folder {0} cannot be written ({1}). Nothing more was made. Choose another.",
                 {folder.string(), why}},
        .place = {"out"}};
}

// "canteen" or "bk.canteen".
const Sample* sample_named(const Registry& registry, const std::string& name) {
    const auto& samples = registry.samples();
    const auto found = std::find_if(samples.begin(), samples.end(), [&](const Sample& each) {
        return each.name == name || each.name.ends_with("." + name);
    });
    return found == samples.end() ? nullptr : &*found;
}

// The data of the module that declared the sample: its name begins with the module's short name.
std::filesystem::path folder_of(const Modules& modules, const Sample& sample) {
    const std::string short_name = sample.name.substr(0, sample.name.find('.'));
    for (const FoundPlugin& plugin : modules.loader().plugins())
        if (plugin.manifest.short_name == short_name)
            return data_folder(plugin.manifest.id) / sample.folder;
    return data_folder("sdk") / sample.folder;
}

// Blank, nothing and zero are one figure: books leave zero blank.
bool is_nothing(const std::string& text) {
    return text.find_first_not_of("0.") == std::string::npos;
}

bool is_same(const Value& found, const std::string& expected) {
    const std::string text = found.is_none() ? std::string{} : found.plain_text();
    return text == expected || (is_nothing(text) && is_nothing(expected));
}

class Teller {
public:
    Teller(const Modules& modules, SampleScript script, std::filesystem::path target,
           const Environment& environment, const SampleStep& began, Progress& progress)
        : modules_{modules},
          script_{std::move(script)},
          target_{std::move(target)},
          environment_{environment},
          began_{began},
          progress_{progress} {}

    Result<SampleResult> tell() {
        if (auto problem = found()) return *std::move(problem);
        const auto steps = static_cast<std::int64_t>(script_.steps.size());
        for (std::int64_t i = 0; i < steps; ++i) {
            const ScriptStep& step = script_.steps[static_cast<std::size_t>(i)];
            if (!step.says.id.empty() && began_) began_(step.says, i + 1, steps);
            if (auto problem = take(step)) return *std::move(problem);
            progress_.step(i + 1, steps);
        }
        return std::move(result_);
    }

private:
    std::optional<Problem> found() {
        NewWorkspace& wanted = script_.workspace;
        std::string written;
        for (NewOperator* who : {&wanted.keeper, &wanted.reviewer}) {
            if (who->login.empty()) continue;
            who->password = environment_.random_hex(password_bytes);
            passwords_.emplace(who->login, who->password);
            written += who->login + " " + who->password + "\n";
        }
        platform::replace_private_file(target_ / "operators.txt", written);
        auto founded = found_workspace(modules_, wanted, environment_);
        if (!founded) return founded.error();
        workspace_ = std::move(founded->workspace);
        result_.workspace = wanted.address;
        if (auto problem = take_session(wanted.keeper.login, founded->token)) return problem;
        if (wanted.reviewer.login.empty()) return std::nullopt;
        auto token = host::sign_in(*workspace_, wanted.reviewer.login, wanted.reviewer.password);
        if (!token) return token.error();
        return take_session(wanted.reviewer.login, *token);
    }

    std::optional<Problem> take_session(const std::string& login, const std::string& token) {
        auto session = workspace_->session(token);
        if (!session) return session.error();
        sessions_.emplace(login, *std::move(session));
        return std::nullopt;
    }

    std::optional<Problem> take(const ScriptStep& step) {
        return step.files.empty() ? run(step) : print(step);
    }

    std::optional<Problem> run(const ScriptStep& step) {
        const Outcome outcome = workspace_->dispatcher().run(
            request_of(step), &sessions_.at(step.who), Progress::none());
        if (!outcome.is_done()) return refusal_of(step, outcome);
        if (outcome.result.has("file"))
            result_.files.push_back(outcome.result.get("file").plain_text());
        if (step.expected) compare(*step.expected, outcome.result);
        return std::nullopt;
    }

    std::optional<Problem> print(const ScriptStep& step) {
        for (const std::string& file : step.files) {
            const std::filesystem::path path = target_ / file;
            std::filesystem::create_directories(path.parent_path());
            const Outcome outcome = deliver_report(modules_, workspace_->dispatcher(),
                                                   request_of(step), sessions_.at(step.who),
                                                   Progress::none(), path.string());
            if (!outcome.is_done()) return refusal_of(step, outcome);
            result_.files.push_back(path.string());
        }
        return std::nullopt;
    }

    CommandRequest request_of(const ScriptStep& step) const {
        CommandRequest request{.command = step.command, .parameters = step.parameters};
        for (const auto& [name, value] : step.parameters)
            if (const auto* secret = value.if_a<Record>();
                secret != nullptr && secret->has("password_of"))
                request.parameters.set(
                    name, Value{passwords_.at(secret->get("password_of").plain_text())});
        return request;
    }

    static Problem refusal_of(const ScriptStep& step, const Outcome& outcome) {
        Problem problem = gravest(outcome.problems);
        problem.place.field = step.command;
        return problem;
    }

    // Every figure of the expected table against the answer, row by row, by the names of its
    // columns.
    void compare(const Expectation& expected, const Record& answer) {
        const auto* list = answer.get(expected.list).if_a<List>();
        const List rows = list != nullptr ? *list : List{Value{answer}};
        if (rows.size() != expected.rows.size())
            differ(expected.table, "rows", std::to_string(expected.rows.size()),
                   std::to_string(rows.size()));
        for (std::size_t i = 0; i < rows.size() && i < expected.rows.size(); ++i)
            for (const auto& [name, figure] : expected.rows[i]) {
                ++result_.compared;
                const Value& found = rows[i].as<Record>().get(name);
                if (!is_same(found, figure.plain_text()))
                    differ(expected.table + ":" + std::to_string(i + 1), name, figure.plain_text(),
                           found.is_none() ? std::string{} : found.plain_text());
            }
    }

    void differ(const std::string& where, const std::string& what, const std::string& expected,
                const std::string& found) {
        result_.differences.push_back(
            {.code = "sample.differs",
             .text = {"{0}, {1}: expected {2}, found {3}.", {where, what, expected, found}}});
    }

    const Modules& modules_;
    SampleScript script_;
    std::filesystem::path target_;
    const Environment& environment_;
    const SampleStep& began_;
    Progress& progress_;
    std::unique_ptr<OpenWorkspace> workspace_;
    std::map<std::string, Session> sessions_;
    std::map<std::string, std::string> passwords_;
    SampleResult result_;
};

}  // namespace

Result<SampleResult> make_sample(const Modules& modules, const std::string& name,
                                 const std::filesystem::path& folder,
                                 const Environment& environment, const SampleStep& began,
                                 Progress& progress) {
    const Sample* sample = sample_named(modules.registry(), name);
    if (sample == nullptr) return unknown_sample(modules.registry(), name);
    return tell_sample(modules, folder_of(modules, *sample), folder, environment, began, progress);
}

Result<SampleResult> tell_sample(const Modules& modules, const std::filesystem::path& script_folder,
                                 const std::filesystem::path& folder,
                                 const Environment& environment, const SampleStep& began,
                                 Progress& progress) {
    auto script = read_script(script_folder, folder);
    if (!script) return script.error();
    try {
        platform::create_private_folder(folder);
        Teller teller{modules, *std::move(script), folder, environment, began, progress};
        return teller.tell();
    } catch (const std::system_error& error) {
        return not_writable(folder, error.code().message());
    }
}

}  // namespace zf::host
