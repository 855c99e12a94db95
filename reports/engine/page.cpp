#include "zhangfang_reports/page.h"

namespace zf::reports {

void Page::clear() {
    letters.clear();
    texts.clear();
    lines.clear();
    boxes.clear();
    links.clear();
    bookmarks.clear();
}

const Link* Page::link_at(int x, int y) const {
    const PageLink* innermost = nullptr;
    std::int64_t smallest = 0;
    for (const PageLink& each : links) {
        const bool hit = x >= each.x && x < each.x + each.width && y >= each.y &&
                         y < each.y + each.height;
        const std::int64_t area = std::int64_t{each.width} * each.height;
        if (hit && (innermost == nullptr || area < smallest)) {
            innermost = &each;
            smallest = area;
        }
    }
    return innermost == nullptr ? nullptr : &innermost->link;
}

}  // namespace zf::reports
