#pragma once

#include <cstdint>
#include <memory>

#include "zhangfang/base/export.h"
#include "zhangfang_reports/page.h"

namespace zf::reports {

// Pages of a document kept in an unnamed file that vanishes with the object, so that a preview or a
// printer can have any of them, in any order, without holding them all. One thread may add pages
// while another reads those that are there.
class ZF_EXPORT PageSpool {
public:
    PageSpool();
    ~PageSpool();
    PageSpool(const PageSpool&) = delete;
    PageSpool& operator=(const PageSpool&) = delete;

    // Throws std::system_error when the disk is full.
    void add(const Page& page);

    std::int64_t count() const;
    // The page of this place, from 0 on; false when it is not there (yet).
    bool read(std::int64_t place, Page& page) const;

private:
    struct File;
    std::unique_ptr<File> file_;
};

}  // namespace zf::reports
