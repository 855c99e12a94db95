# cmake -DNAME= -DLIST= -DBASE= -DSOURCE= -P: writes the files named in LIST into one C++ source,
# each under its path below BASE.
cmake_minimum_required(VERSION 3.25)
file(STRINGS "${LIST}" files)

set(rows "")
set(count 0)
foreach(path IN LISTS files)
    cmake_path(RELATIVE_PATH path BASE_DIRECTORY "${BASE}" OUTPUT_VARIABLE name)
    file(READ "${path}" text)
    string(APPEND rows "        {\"${name}\", R\"ZFTEXT(${text})ZFTEXT\"},\n")
    math(EXPR count "${count} + 1")
endforeach()

file(WRITE "${SOURCE}" "#include \"generated/${NAME}_texts.h\"

#include <algorithm>
#include <array>

#include \"zhangfang/base/assert.h\"

namespace zf {

std::string_view ${NAME}_text(std::string_view name) {
    struct Text {
        std::string_view name;
        std::string_view text;
    };
    static constexpr std::array<Text, ${count}> texts{{
${rows}    }};
    const auto found = std::find_if(texts.begin(), texts.end(),
                                    [&](const Text& each) { return each.name == name; });
    ZF_ASSERT(found != texts.end());
    return found->text;
}

}  // namespace zf
")
