# How everything is compiled and where the build tree lays it: the same shape as an installed tree,
# so that programs find plugins and data by the same relative paths in both.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

set(ZF_PROGRAM_FOLDER lib/zhangfang)              # programs, and beside them their plugins
set(ZF_PLUGIN_FOLDER lib/zhangfang/plugins)
set(ZF_SHARE_FOLDER share/zhangfang)
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/lib")
set(CMAKE_ARCHIVE_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/archive")
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/${ZF_PROGRAM_FOLDER}")
set(CMAKE_INSTALL_LIBDIR lib)                     # Debian's multiarch folder would part them

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
endif()

if(ZF_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined
                        -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
endif()

# A program of one command is over in milliseconds, and most of those are the loader's, which looks
# up names and moves addresses: calls inside a library are bound when it is linked, and the table of
# addresses is packed.
include(CheckLinkerFlag)
if(CMAKE_SYSTEM_NAME STREQUAL "Linux" AND NOT ZF_SANITIZE)
    foreach(flag IN ITEMS -Wl,-O1 -Wl,-Bsymbolic-functions -Wl,-z,pack-relative-relocs)
        string(MAKE_C_IDENTIFIER "ZF_LINKS${flag}" known)
        check_linker_flag(CXX ${flag} ${known})
        if(${known})
            add_link_options(${flag})
        endif()
    endforeach()
endif()
