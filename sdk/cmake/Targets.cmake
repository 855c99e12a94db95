# One call makes one target. Sources are found by folder, so a new file needs no edit here; a folder
# without sources makes no target, and whoever links it asks `if(TARGET …)` first.

# zf_sources(<variable> <folder> [except <regex>]): the .cpp files below <folder>.
function(zf_sources variable folder)
    file(GLOB_RECURSE found CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp")
    if(ARGC EQUAL 4)
        list(FILTER found EXCLUDE REGEX "${ARGV3}")
    endif()
    set(${variable} "${${variable}};${found}" PARENT_SCOPE)
endfunction()

# What every target of ours has: warnings, and the standard headers precompiled where wished.
function(zf_defaults target)
    zf_warnings(${target})
    if(ZF_PCH)
        target_precompile_headers(${target} PRIVATE
            <algorithm> <chrono> <functional> <map> <memory> <optional> <string> <string_view>
            <vector>)
    endif()
endfunction()

# zf_library(<target> <STATIC|SHARED|OBJECT> SOURCES … [PUBLIC_INCLUDES …] [PRIVATE_INCLUDES …]
#            [LINKS …] [PRIVATE_LINKS …]): links that do not exist (an empty layer) are left out.
function(zf_library target kind)
    cmake_parse_arguments(PARSE_ARGV 2 its ""
        "" "SOURCES;PUBLIC_INCLUDES;PRIVATE_INCLUDES;LINKS;PRIVATE_LINKS")
    if(NOT its_SOURCES)
        return()
    endif()
    add_library(${target} ${kind} ${its_SOURCES})
    zf_defaults(${target})
    if(kind STREQUAL "SHARED")
        target_compile_definitions(${target} PRIVATE ZF_BUILDING)
        set_target_properties(${target} PROPERTIES
            VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR} INSTALL_RPATH "$ORIGIN")
    endif()
    foreach(folder IN LISTS its_PUBLIC_INCLUDES)
        target_include_directories(${target} PUBLIC
            $<BUILD_INTERFACE:${folder}> $<INSTALL_INTERFACE:include>)
    endforeach()
    target_include_directories(${target} PRIVATE ${its_PRIVATE_INCLUDES})
    zf_link(${target} PUBLIC ${its_LINKS})
    zf_link(${target} PRIVATE ${its_PRIVATE_LINKS})
endfunction()

# zf_program(<target> <file name> SOURCES … LINKS …): lies in lib/zhangfang, beside its plugins.
function(zf_program target name)
    cmake_parse_arguments(PARSE_ARGV 2 its "" "" "SOURCES;LINKS")
    if(NOT its_SOURCES)
        return()
    endif()
    add_executable(${target} ${its_SOURCES})
    zf_defaults(${target})
    zf_link(${target} PRIVATE ${its_LINKS})
    zf_needs_drivers(${target})
    set_target_properties(${target} PROPERTIES OUTPUT_NAME ${name} INSTALL_RPATH "$ORIGIN/..")
    install(TARGETS ${target} RUNTIME DESTINATION ${ZF_PROGRAM_FOLDER})
endfunction()

# zf_driver(<name> <sources> LINKS … [COMPONENT <of the installation>]): a module with a heavy
# library behind it, loaded when it is first needed (zhangfang/base/driver.h). It lies beside the
# programs, which are not built without it.
function(zf_driver name)
    cmake_parse_arguments(PARSE_ARGV 1 its "" "COMPONENT" "LINKS")
    add_library(zf_driver_${name} MODULE ${its_UNPARSED_ARGUMENTS})
    zf_defaults(zf_driver_${name})
    target_include_directories(zf_driver_${name} PRIVATE
        "${CMAKE_CURRENT_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}/src")
    target_link_libraries(zf_driver_${name} PRIVATE zhangfang ${its_LINKS})
    set_target_properties(zf_driver_${name} PROPERTIES
        OUTPUT_NAME ${name} PREFIX "" INSTALL_RPATH "$ORIGIN/.."
        LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/${ZF_PROGRAM_FOLDER}")
    if(its_COMPONENT)
        set(its_COMPONENT COMPONENT ${its_COMPONENT})
    endif()
    install(TARGETS zf_driver_${name} LIBRARY DESTINATION ${ZF_PROGRAM_FOLDER} ${its_COMPONENT})
    set_property(GLOBAL APPEND PROPERTY ZF_DRIVERS zf_driver_${name})
endfunction()

function(zf_needs_drivers target)
    get_property(drivers GLOBAL PROPERTY ZF_DRIVERS)
    if(drivers)
        add_dependencies(${target} ${drivers})
    endif()
endfunction()

# Links each library that has sources so far; a misspelt one of ours is found by the linker.
function(zf_link target how)
    foreach(library IN LISTS ARGN)
        if(TARGET ${library} OR NOT library MATCHES "^(zhangfang|zf_)")
            target_link_libraries(${target} ${how} ${library})
        endif()
    endforeach()
endfunction()

# A wx library that only a plugin calls must be there when wx is initialised, or its classes are
# never registered and the plugin crashes; Debian's gcc would drop it as not needed.
function(zf_loads_all_of_wx target)
    if(TARGET ${target})
        target_link_options(${target} PRIVATE
            $<$<PLATFORM_ID:Linux>:LINKER:--no-as-needed>)
        target_link_libraries(${target} PRIVATE zf_wx)
    endif()
endfunction()
