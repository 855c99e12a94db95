#include "host/guide.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string_view>

#include "zhangfang/base/text.h"

namespace zf::host {
namespace {

constexpr const char* written_first_in = "zh_CN";

// The module that a page belongs to is told by its name: "bk.vouchers".
std::filesystem::path folder_of(const HelpPage& page, const std::vector<FoundPlugin>& plugins,
                                const std::filesystem::path& share) {
    const std::string short_name = page.name.substr(0, page.name.find('.'));
    for (const FoundPlugin& plugin : plugins)
        if (plugin.manifest.short_name == short_name) return share / plugin.manifest.id / "help";
    return share / "help";
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

std::string in_html(const std::string& text) {
    std::string result;
    for (const char each : text) {
        if (each == '&')
            result += "&amp;";
        else if (each == '<')
            result += "&lt;";
        else
            result += each;
    }
    return result;
}

// Where something stands in the menu, or else what it is called.
std::string words_of(const std::string& name, const Registry& registry,
                     const Catalogue& catalogue) {
    for (const MenuEntry& entry : registry.menu()) {
        if (entry.opens != name) continue;
        std::string path;
        for (const std::string& part : split(entry.path, '/'))
            path += (path.empty() ? "" : " → ") + catalogue.text(part);
        return path;
    }
    for (const ListView& list : registry.lists())
        if (list.name == name) return catalogue.text(list.title);
    const auto command = registry.commands().find(name);
    return command == registry.commands().end() ? name : catalogue.text(command->second.info.title);
}

std::string with_words(std::string html, const Registry& registry, const Catalogue& catalogue) {
    constexpr std::string_view mark = "\"open:";
    constexpr std::string_view wordless = "\"></a>";
    std::size_t place = html.find(mark);
    while (place != std::string::npos) {
        const std::size_t begin = place + mark.size();
        const std::size_t end = std::min(html.find('"', begin), html.size());
        if (html.compare(end, wordless.size(), wordless) == 0)
            html.insert(end + 2,
                        in_html(words_of(html.substr(begin, end - begin), registry, catalogue)));
        place = html.find(mark, end);
    }
    return html;
}

}  // namespace

void describe_guide(Registry& registry) {
    registry.add(
        HelpPage{.name = "guide.workspace", .title = "The window", .file = "workspace.html"});
    registry.add(HelpPage{.name = "guide.operators",
                          .title = "Operators and their rights",
                          .file = "operators.html"});
    registry.add(
        HelpPage{.name = "guide.backup", .title = "Back up and restore", .file = "backup.html"});
    registry.add(HelpPage{
        .name = "guide.trail", .title = "Trail and health of the data", .file = "trail.html"});
    registry.add(HelpPage{.name = "guide.keyboard", .title = "Keyboard", .file = "keyboard.html"});
}

std::vector<GuidePage> guide_pages(const Registry& registry,
                                   const std::vector<FoundPlugin>& plugins,
                                   const Catalogue& catalogue, const std::filesystem::path& share) {
    std::vector<GuidePage> pages;
    for (const HelpPage& page : registry.help_pages()) {
        const std::filesystem::path folder = folder_of(page, plugins, share);
        std::filesystem::path file = folder / catalogue.language() / page.file;
        if (!std::filesystem::exists(file)) file = folder / written_first_in / page.file;
        pages.push_back({page.name, catalogue.text(page.title),
                         with_words(text_of(file), registry, catalogue)});
    }
    return pages;
}

std::vector<GuidePage> guide_pages(const Modules& modules) {
    return guide_pages(modules.registry(), modules.loader().plugins(), modules.catalogue(),
                       share_folder());
}

const GuidePage* find_guide_page(const std::vector<GuidePage>& pages, const std::string& name) {
    const std::string anchor = "<a name=\"" + name + "\">";
    const auto found = std::find_if(pages.begin(), pages.end(), [&](const GuidePage& page) {
        return page.name == name || page.html.find(anchor) != std::string::npos;
    });
    return found == pages.end() ? nullptr : &*found;
}

}  // namespace zf::host
