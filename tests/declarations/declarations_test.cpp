// What holds for every module, whoever wrote it.
#include <filesystem>
#include <map>

#include "declarations/loaded_modules.h"
#include "support/catch.h"
#include "support/folders.h"
#include "zhangfang/i18n/catalogue.h"

using namespace zf;
using test::LoadedModules;

namespace {

std::filesystem::path share_folder() {
    return test::build_folder() / "share" / "zhangfang";
}

// Every permission that some door asks: a command, or a menu entry whose answer shows each asker
// only what he may see.
std::set<std::string> asked_permissions(const Registry& registry) {
    std::set<std::string> asked;
    for (const auto& [name, entry] : registry.commands()) {
        asked.insert(entry.info.permission);
        asked.insert(entry.info.may_ask.begin(), entry.info.may_ask.end());
    }
    for (const MenuEntry& entry : registry.menu()) asked.insert(entry.permission);
    return asked;
}

}  // namespace

TEST_CASE("every plugin that was built loads", "[declarations]") {
    for (const FoundPlugin& plugin : LoadedModules::all().plugins()) {
        INFO(plugin.manifest.id);
        for (const Problem& each : plugin.refusals) {
            std::string arguments;
            for (const Argument& argument : each.text.arguments)
                if (const auto* text = std::get_if<std::string>(&argument))
                    arguments += *text + " | ";
            FAIL_CHECK(each.code << ": " << arguments);
        }
    }
}

TEST_CASE("what all modules declare fits together", "[declarations]") {
    for (const std::string& fault : LoadedModules::all().registry().faults()) FAIL_CHECK(fault);
}

TEST_CASE("every menu entry has an icon of the set", "[declarations]") {
    const std::filesystem::path icons{"/usr/share/bootstrap-icons/svg"};
    REQUIRE(std::filesystem::exists(icons));
    for (const MenuEntry& each : LoadedModules::all().registry().menu()) {
        INFO(each.path << ": " << each.icon);
        CHECK(std::filesystem::exists(icons / (each.icon + ".svg")));
    }
}

TEST_CASE("every report is reached from a menu", "[declarations]") {
    const Registry& registry = LoadedModules::all().registry();
    for (const auto& [name, report] : registry.reports()) {
        INFO(name);
        CHECK(std::any_of(registry.menu().begin(), registry.menu().end(),
                          [&](const MenuEntry& each) { return each.opens == name; }));
    }
}

TEST_CASE("no key means two things in the menus", "[declarations]") {
    std::map<std::string, std::string> meanings;
    for (const MenuEntry& each : LoadedModules::all().registry().menu()) {
        if (each.shortcut.empty()) continue;
        INFO(each.shortcut << ": " << each.path << " and " << meanings[each.shortcut]);
        CHECK(meanings[each.shortcut].empty());
        meanings[each.shortcut] = each.path;
    }
}

TEST_CASE("every right opens a door, and says in plain words what it opens", "[declarations]") {
    const Registry& registry = LoadedModules::all().registry();
    const std::set<std::string> asked = asked_permissions(registry);
    for (const Permission& each : registry.permissions()) {
        INFO(each.name);
        CHECK(asked.contains(each.name));
        CHECK(!each.description.empty());
    }
}

TEST_CASE("every text that is declared is Chinese in both scripts", "[declarations]") {
    const std::string language = GENERATE("zh_CN", "zh_TW");
    const Catalogue catalogue = load_catalogue(language, share_folder() / "locale");
    for (const std::string& each : test::declared_texts(LoadedModules::all().registry())) {
        INFO(language << ": " << each);
        CHECK(catalogue.has(each));
    }
}

TEST_CASE("a command that changes much asks for a confirmation or a reason", "[declarations]") {
    // Names of commands whose work cannot simply be done the other way round.
    for (const auto& [name, entry] : LoadedModules::all().registry().commands()) {
        const std::string verb = name.substr(name.rfind('.') + 1);
        const bool is_grave = verb == "void" || verb == "unpost" || verb == "unclose" ||
                              verb == "close";
        if (!is_grave || entry.info.needs == Needs::own) continue;
        INFO(name);
        CHECK((entry.info.asks_confirmation || entry.info.asks_reason));
    }
}
