# cmake -DNAME= -DLIST= -DSOURCE= -P: writes the SQL files named in LIST into one C++ source.
# They run in the order of their names, whichever folder they lie in.
cmake_minimum_required(VERSION 3.25)
file(STRINGS "${LIST}" files)
set(named)
foreach(path IN LISTS files)
    cmake_path(GET path FILENAME name)
    list(APPEND named "${name}|${path}")
endforeach()
list(SORT named)

set(rows "")
set(seen "")
foreach(pair IN LISTS named)
    string(REGEX REPLACE "\\|.*" "" name "${pair}")
    string(REGEX REPLACE "^[^|]*\\|" "" path "${pair}")
    if(name IN_LIST seen)
        message(FATAL_ERROR "Two migrations of ${NAME} have the name ${name}.")
    endif()
    list(APPEND seen "${name}")
    file(READ "${path}" text)
    string(APPEND rows "    {\"${name}\", R\"ZFSQL(${text})ZFSQL\"},\n")
endforeach()

list(LENGTH named count)
set(content "#include \"generated/${NAME}_migrations.h\"\n\n#include <array>\n\nnamespace zf {\n\n")
string(APPEND content "std::span<const EmbeddedMigration> ${NAME}_migrations() {\n"
    "    static constexpr std::array<EmbeddedMigration, ${count}> migrations{{\n"
    "${rows}    }};\n    return migrations;\n}\n\n}  // namespace zf\n")
file(WRITE "${SOURCE}" "${content}")
