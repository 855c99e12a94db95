# cmake -DNAME= -DLIST= -DSOURCE= -P: writes the SQL files named in LIST into one C++ source.
# They run in the order of their names, whichever folder they lie in. 0007_x.sqlite.sql and
# 0007_x.postgresql.sql are the two spellings of one step.
cmake_minimum_required(VERSION 3.25)
file(STRINGS "${LIST}" files)

set(steps)
foreach(path IN LISTS files)
    cmake_path(GET path FILENAME file)
    if(NOT file MATCHES "^([0-9][0-9][0-9][0-9]_[a-z0-9_]+)(\\.sqlite|\\.postgresql)?\\.sql$")
        message(FATAL_ERROR "${path}: a migration is named like 0001_books.sql.")
    endif()
    set(step "${CMAKE_MATCH_1}")
    string(REPLACE "." "" store "${CMAKE_MATCH_2}")
    if(DEFINED path_${step}_${store})
        message(FATAL_ERROR "Two migrations of ${NAME} have the name ${file}.")
    endif()
    set(path_${step}_${store} "${path}")
    list(APPEND steps ${step})
endforeach()
list(REMOVE_DUPLICATES steps)
list(SORT steps)

set(rows "")
foreach(step IN LISTS steps)
    string(APPEND rows "        {\"${step}\"")
    foreach(store IN ITEMS "" sqlite postgresql)
        if(DEFINED path_${step}_${store})
            file(READ "${path_${step}_${store}}" text)
            string(APPEND rows ",\n         R\"ZFSQL(${text})ZFSQL\"")
        else()
            string(APPEND rows ", \"\"")
        endif()
    endforeach()
    string(APPEND rows "},\n")
endforeach()

file(WRITE "${SOURCE}" "#include \"generated/${NAME}_migrations.h\"

namespace zf {

MigrationSet ${NAME}_migrations() {
    return {\"${NAME}\", {
${rows}    }};
}

}  // namespace zf
")
