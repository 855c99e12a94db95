#include "errors/written_sample.h"

#include "errors/english_modules.h"

namespace zf::test {

WrittenSample::WrittenSample() {
    add(R"({"workspace": "mess.zfw", "book": {"code": "mess", "name": "Mess", "kind": "canteen", )"
        R"("start": "2008-01"}, "keeper": {"login": "keeper", "name": "Li"}})");
}

Result<host::SampleResult> WrittenSample::tell() const {
    folder_.write("steps.jsonl", script_);
    return host::tell_sample(english_modules(), folder_.path(), folder_.path() / "made",
                             Environment::system(), {}, Progress::none());
}

}  // namespace zf::test
