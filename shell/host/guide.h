#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "host/modules.h"

namespace zf::host {

// A page of the guide in the reader's language, ready to be shown. A section that explains
// something which can be opened begins with an anchor of its name: <a name="bk.voucher.enter">.
struct GuidePage {
    std::string name;  // "bk.vouchers"
    std::string title;
    std::string html;
};

// The program's own pages. Modules declare theirs.
void describe_guide(Registry& registry);

// Every declared page. A link "open:NAME" without words of its own shows where NAME stands in the
// menu, so that the guide always says what the window says. A page that was not written in the
// reader's language is Chinese.
std::vector<GuidePage> guide_pages(const Registry& registry,
                                   const std::vector<FoundPlugin>& plugins,
                                   const Catalogue& catalogue, const std::filesystem::path& share);
std::vector<GuidePage> guide_pages(const Modules& modules);

// The page of this name, or the one with a section about it; nullptr when there is none.
const GuidePage* find_guide_page(const std::vector<GuidePage>& pages, const std::string& name);

}  // namespace zf::host
