#pragma once

#include <string>

#include "host/sample.h"
#include "support/temporary_folder.h"

namespace zf::test {

/// A sample that a test writes line by line: a canteen's book, and what its keeper does with it.
class WrittenSample {
public:
    /// The script begins with the book, which `keeper` founds.
    WrittenSample();

    const TemporaryFolder& folder() const { return folder_; }
    void add(const std::string& line) { script_ += line + "\n"; }
    Result<host::SampleResult> tell() const;

private:
    TemporaryFolder folder_;
    std::string script_;
};

}  // namespace zf::test
