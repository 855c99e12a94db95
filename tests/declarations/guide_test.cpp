// The guide against what can be opened.
#include "host/guide.h"

#include <map>
#include <regex>
#include <set>

#include "declarations/loaded_modules.h"
#include "support/catch.h"
#include "support/folders.h"

using namespace zf;
using test::LoadedModules;

namespace {

std::vector<host::GuidePage> guide_in(const std::string& language) {
    const std::filesystem::path share = test::build_folder() / "share" / "zhangfang";
    const LoadedModules& modules = LoadedModules::all();
    return host::guide_pages(modules.registry(), modules.plugins(),
                             load_catalogue(language, share / "locale"), share);
}

// Whatever stands in the first brackets, each time it is found.
std::vector<std::string> all_in(const std::string& text, const std::string& pattern) {
    const std::regex expression{pattern};
    std::vector<std::string> found;
    for (std::sregex_iterator each{text.begin(), text.end(), expression}, end; each != end; ++each)
        found.push_back((*each)[1].str());
    return found;
}

std::vector<std::string> sections_of(const host::GuidePage& page) {
    return all_in(page.html, "<a name=\"([^\"]+)\">");
}

std::set<std::string> openable(const Registry& registry) {
    std::set<std::string> names;
    for (const auto& [name, command] : registry.commands()) names.insert(name);
    for (const ListView& each : registry.lists()) names.insert(each.name);
    for (const ScreenInfo& each : registry.screens()) names.insert(each.name);
    for (const StepView& each : registry.step_views()) names.insert(each.name);
    return names;
}

}  // namespace

TEST_CASE("every page of the guide is written in every language", "[declarations]") {
    const std::filesystem::path share = test::build_folder() / "share" / "zhangfang";
    const std::string language = GENERATE("zh_CN", "zh_TW", "en");
    for (const HelpPage& each : LoadedModules::all().registry().help_pages()) {
        INFO(language << ": " << each.name);
        bool is_there = std::filesystem::exists(share / "help" / language / each.file);
        for (const FoundPlugin& plugin : LoadedModules::all().plugins())
            is_there = is_there || std::filesystem::exists(share / plugin.manifest.id / "help" /
                                                           language / each.file);
        CHECK(is_there);
    }
}

TEST_CASE("what the guide offers to open can be opened, and has words", "[declarations]") {
    const std::string language = GENERATE("zh_CN", "zh_TW", "en");
    const std::set<std::string> names = openable(LoadedModules::all().registry());
    const std::vector<host::GuidePage> pages = guide_in(language);
    for (const host::GuidePage& page : pages) {
        INFO(language << ": " << page.name);
        for (const std::string& name : all_in(page.html, "\"open:([^\"]+)\"")) {
            INFO(name);
            CHECK(names.contains(name));
        }
        CHECK(all_in(page.html, "\"open:([^\"]+)\"></a>").empty());
        for (const std::string& name : all_in(page.html, "href=\"([^\"]+)\"")) {
            INFO(name);
            CHECK((name.starts_with("open:") || host::find_guide_page(pages, name) != nullptr));
        }
    }
}

TEST_CASE("everything in the menu has its one section in the guide", "[declarations]") {
    const std::string language = GENERATE("zh_CN", "zh_TW", "en");
    std::map<std::string, int> sections;
    for (const host::GuidePage& page : guide_in(language))
        for (const std::string& name : sections_of(page)) ++sections[name];
    const std::set<std::string> names = openable(LoadedModules::all().registry());

    for (const auto& [name, count] : sections) {
        INFO(language << ": " << name);
        CHECK(count == 1);
        CHECK(names.contains(name));
    }
    for (const MenuEntry& each : LoadedModules::all().registry().menu()) {
        INFO(language << ": " << each.path << " opens " << each.opens);
        CHECK(sections.contains(each.opens));
    }
}
