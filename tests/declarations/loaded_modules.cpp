#include "declarations/loaded_modules.h"

#include "host/guide.h"
#include "support/folders.h"
#include "zhangfang/base/text.h"
#include "zhangfang/system/system.h"

namespace zf::test {
namespace {

class Texts {
public:
    void add(const std::string& text) {
        if (!text.empty()) found_.insert(text);
    }
    void add(const std::vector<FieldInfo>& fields) {
        for (const FieldInfo& each : fields) {
            add(each.label);
            add(each.help);
            for (const Choice& choice : each.choices) add(choice.label);
            add(each.lines);
        }
    }
    std::set<std::string> take() { return std::move(found_); }

private:
    std::set<std::string> found_;
};

}  // namespace

const LoadedModules& LoadedModules::all() {
    static const LoadedModules modules;
    return modules;
}

LoadedModules::LoadedModules()
    : loader_{{.folders = {build_folder() / "lib" / "zhangfang" / "plugins"}}} {
    describe_system(registry_);
    host::describe_guide(registry_);
    loader_.load(registry_);
}

std::set<std::string> declared_texts(const Registry& registry) {
    Texts texts;
    for (const auto& [name, entry] : registry.commands()) {
        texts.add(entry.info.title);
        texts.add(entry.info.help);
        texts.add(entry.info.parameters);
        texts.add(entry.info.answer);
    }
    for (const auto& [name, entry] : registry.reports()) texts.add(entry.info.group);
    for (const auto& [name, entity] : registry.entities()) {
        texts.add(entity.label);
        texts.add(entity.fields);
    }
    for (const Permission& each : registry.permissions()) {
        texts.add(each.title);
        texts.add(each.description);
    }
    for (const RolePreset& each : registry.presets()) texts.add(each.title);
    for (const Conflict& each : registry.conflicts()) texts.add(each.why);
    for (const FormView& each : registry.forms())
        for (const FormSection& section : each.sections) texts.add(section.title);
    for (const ListView& each : registry.lists()) {
        texts.add(each.title);
        texts.add(each.empty_text);
    }
    for (const ScreenInfo& each : registry.screens()) {
        texts.add(each.title);
        for (const auto& [key, meaning] : each.keys) texts.add(meaning);
    }
    for (const StepView& each : registry.step_views()) {
        texts.add(each.title);
        for (const Step& step : each.steps) {
            texts.add(step.title);
            texts.add(step.text);
        }
    }
    for (const MenuEntry& each : registry.menu())
        for (const std::string& part : split(each.path, '/')) texts.add(part);
    for (const DashboardCard& each : registry.cards()) texts.add(each.title);
    for (const HelpPage& each : registry.help_pages()) texts.add(each.title);
    for (const Setting& each : registry.settings()) texts.add({each.field});
    for (const Sample& each : registry.samples()) texts.add(each.title);
    for (const Watch& each : registry.watches()) texts.add(each.title);
    for (const auto& [name, kind] : registry.book_kinds().all()) texts.add(kind.label);
    return texts.take();
}

}  // namespace zf::test
