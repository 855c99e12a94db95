# zhangfang_add_plugin(<id> …) makes a plugin, in the tree of Zhangfang and out of it alike.
#
#   VERSION, SHORT_NAME, TITLE   what the manifest says
#   DOMAIN_SOURCES               the pure rules, and commands/*_request.cpp: library <id>_domain
#   SOURCES                      everything else without a window: module <id>
#   UI_SOURCES                   bespoke widgets: module <id>_ui, which links <id>_domain
#   MIGRATIONS                   SQL files; zf::<id>_migrations() of "generated/<id>_migrations.h"
#   TEXTS                        files below data/ that the code reads, such as charts:
#                                zf::<id>_text("charts/x.csv") of "generated/<id>_texts.h"
#   TRANSLATIONS                 <lang>.po, compiled into the catalogue <id>.mo
#   DATA, HELP, ICONS            files below data/, help/, icons/, copied to share/zhangfang/<id>/
#   REQUIRES                     ids of the plugins that must be loaded before
#   FOLDER                       where the modules go; only tests of the boundary set it
#
# The plugin's folder is on the include path: #include "domain/voucher.h".

include_guard(GLOBAL)
set(ZF_CMAKE_SCRIPTS "${CMAKE_CURRENT_LIST_DIR}")

function(zhangfang_add_plugin id)
    cmake_parse_arguments(PARSE_ARGV 1 its "" "VERSION;SHORT_NAME;TITLE;FOLDER"
        "DOMAIN_SOURCES;SOURCES;UI_SOURCES;MIGRATIONS;TEXTS;TRANSLATIONS;DATA;HELP;ICONS;REQUIRES")
    foreach(needed IN ITEMS VERSION SHORT_NAME TITLE)
        if(NOT its_${needed})
            message(FATAL_ERROR "zhangfang_add_plugin(${id}): ${needed} is missing.")
        endif()
    endforeach()
    if(NOT its_FOLDER)
        set(its_FOLDER "${CMAKE_BINARY_DIR}/lib/zhangfang/plugins")
    endif()

    zhangfang_embed_migrations(embedded ${id} ${its_MIGRATIONS})
    if(its_TEXTS)
        zhangfang_embed_texts(embedded ${id} "${CMAKE_CURRENT_SOURCE_DIR}/data" ${its_TEXTS})
    endif()
    zhangfang_add_catalogue(${id} ${its_TRANSLATIONS})
    zhangfang_add_data(${id}_data ${id} "${CMAKE_CURRENT_SOURCE_DIR}/data" ${its_DATA})
    zhangfang_add_data(${id}_help ${id}/help "${CMAKE_CURRENT_SOURCE_DIR}/help" ${its_HELP})
    zhangfang_add_data(${id}_icons ${id}/icons "${CMAKE_CURRENT_SOURCE_DIR}/icons" ${its_ICONS})

    set(parts zhangfang::sdk)
    if(its_DOMAIN_SOURCES)
        add_library(${id}_domain STATIC ${its_DOMAIN_SOURCES})
        _zhangfang_plugin_part(${id}_domain)
        target_include_directories(${id}_domain PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}")
        target_link_libraries(${id}_domain PUBLIC zhangfang::sdk)
        list(APPEND parts ${id}_domain)
    endif()
    if(its_SOURCES)
        # The objects stand by themselves, so that tests can link what a module does not export.
        add_library(${id}_objects OBJECT ${its_SOURCES} ${embedded})
        _zhangfang_plugin_part(${id}_objects)
        target_include_directories(${id}_objects PUBLIC
            "${CMAKE_CURRENT_SOURCE_DIR}" "${CMAKE_CURRENT_BINARY_DIR}")
        target_link_libraries(${id}_objects PUBLIC ${parts})
        _zhangfang_plugin_module(${id} "${its_FOLDER}")
        target_link_libraries(${id} PRIVATE ${id}_objects)
        _zhangfang_plugin_manifest(${id} ${id})
    endif()
    if(its_UI_SOURCES AND (NOT TARGET zhangfang OR TARGET zhangfang_ui))
        _zhangfang_plugin_module(${id}_ui "${its_FOLDER}" ${its_UI_SOURCES})
        _zhangfang_plugin_part(${id}_ui)
        target_include_directories(${id}_ui PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}")
        target_link_libraries(${id}_ui PRIVATE ${parts} zhangfang::ui)
        if(its_SOURCES)
            add_dependencies(${id}_ui ${id})  # one manifest for both: never written by two at once
            _zhangfang_plugin_manifest(${id}_ui ${id})
        endif()
    endif()
endfunction()

# The tag that zhangfang/plugin/abi_tag.h makes with the same compiler.
function(zhangfang_abi_tag variable)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        set(compiler gcc)
    else()
        set(compiler clang)
    endif()
    string(REGEX MATCH "^[0-9]+" major "${CMAKE_CXX_COMPILER_VERSION}")
    string(TOLOWER "${CMAKE_BUILD_TYPE}" build)
    if(NOT build STREQUAL "debug")
        set(build release)
    endif()
    set(library libstdc++)
    if(CMAKE_CXX_FLAGS MATCHES "-stdlib=libc\\+\\+")
        set(library libc++)
    endif()
    _zhangfang_sdk_version(sdk)
    set(tag "zhangfang-${sdk} ${compiler}-${major} ${library}")
    set(${variable} "${tag} ${CMAKE_SYSTEM_PROCESSOR} ${build}" PARENT_SCOPE)
endfunction()

function(_zhangfang_sdk_version variable)
    if(NOT Zhangfang_VERSION)
        set(Zhangfang_VERSION "${PROJECT_VERSION}")
    endif()
    string(REGEX MATCH "^[0-9]+\\.[0-9]+" version "${Zhangfang_VERSION}")
    set(${variable} ${version} PARENT_SCOPE)
endfunction()

function(_zhangfang_plugin_part target)
    target_compile_features(${target} PRIVATE cxx_std_20)
    set_target_properties(${target} PROPERTIES
        POSITION_INDEPENDENT_CODE ON CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
    if(COMMAND zf_defaults)
        zf_defaults(${target})
    endif()
endfunction()

function(_zhangfang_plugin_module target folder)
    add_library(${target} MODULE ${ARGN})
    set_target_properties(${target} PROPERTIES
        PREFIX "" LIBRARY_OUTPUT_DIRECTORY "${folder}" INSTALL_RPATH "$ORIGIN/../.."
        LINKER_LANGUAGE CXX)
    if(NOT ZF_SANITIZE)
        target_link_options(${target} PRIVATE $<$<PLATFORM_ID:Linux>:LINKER:--no-undefined>)
    endif()
    if(folder STREQUAL "${CMAKE_BINARY_DIR}/lib/zhangfang/plugins")
        install(TARGETS ${target} LIBRARY DESTINATION lib/zhangfang/plugins)
    endif()
endfunction()

# <id>.plugin.json lies beside the module and is known before any code of it is loaded.
function(_zhangfang_plugin_manifest target id)
    zhangfang_abi_tag(abi_tag)
    _zhangfang_sdk_version(sdk)
    list(TRANSFORM its_REQUIRES REPLACE "(.+)" "\"\\1\"")
    list(JOIN its_REQUIRES ", " requires)
    set(draft "${CMAKE_CURRENT_BINARY_DIR}/${id}.plugin.json.in")
    file(CONFIGURE OUTPUT "${draft}" @ONLY CONTENT [[{
    "id": "@id@",
    "short_name": "@its_SHORT_NAME@",
    "version": "@its_VERSION@",
    "title": "@its_TITLE@",
    "sdk_version": "@sdk@",
    "abi_tag": "@abi_tag@",
    "requires": [@requires@]
}
]])
    add_custom_command(TARGET ${target} POST_BUILD VERBATIM
        COMMAND "${CMAKE_COMMAND}" "-DDRAFT=${draft}" "-DID=${id}" "-DFOLDER=${its_FOLDER}"
            "-DSUFFIX=${CMAKE_SHARED_MODULE_SUFFIX}" -P "${ZF_CMAKE_SCRIPTS}/WriteManifest.cmake")
    if(its_FOLDER STREQUAL "${CMAKE_BINARY_DIR}/lib/zhangfang/plugins")
        install(CODE "execute_process(COMMAND_ERROR_IS_FATAL ANY COMMAND \"${CMAKE_COMMAND}\"
            \"-DDRAFT=${draft}\" \"-DID=${id}\" \"-DSUFFIX=${CMAKE_SHARED_MODULE_SUFFIX}\"
            \"-DFOLDER=\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/lib/zhangfang/plugins\"
            -P \"${ZF_CMAKE_SCRIPTS}/WriteManifest.cmake\")")
    endif()
endfunction()

# zhangfang_embed_migrations(<variable> <name> <file.sql>…): a source that holds the files in the
# order of their names, for zf::<name>_migrations().
function(zhangfang_embed_migrations variable name)
    set(header "${CMAKE_CURRENT_BINARY_DIR}/generated/${name}_migrations.h")
    set(source "${CMAKE_CURRENT_BINARY_DIR}/generated/${name}_migrations.cpp")
    file(CONFIGURE OUTPUT "${header}" @ONLY CONTENT [[#pragma once

#include "zhangfang/store/migration.h"

namespace zf {

// The migrations of @name@ in the order in which they run.
MigrationSet @name@_migrations();

}  // namespace zf
]])
    _zhangfang_embed(EmbedMigrations "${source}" ${name} "" ${ARGN})
    set(${variable} "${source}" PARENT_SCOPE)
endfunction()

# zhangfang_embed_texts(<variable> <name> <base> <file>…): adds a source that holds the files, for
# zf::<name>_text("path below base").
function(zhangfang_embed_texts variable name base)
    set(header "${CMAKE_CURRENT_BINARY_DIR}/generated/${name}_texts.h")
    set(source "${CMAKE_CURRENT_BINARY_DIR}/generated/${name}_texts.cpp")
    file(CONFIGURE OUTPUT "${header}" @ONLY CONTENT [[#pragma once

#include <string_view>

namespace zf {

// A data file of @name@ as written, by its path below data/.
std::string_view @name@_text(std::string_view name);

}  // namespace zf
]])
    _zhangfang_embed(EmbedTexts "${source}" ${name} "${base}" ${ARGN})
    set(${variable} "${${variable}};${source}" PARENT_SCOPE)
endfunction()

function(_zhangfang_embed script source name base)
    set(files)
    foreach(file IN LISTS ARGN)
        cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}")
        list(APPEND files "${file}")
    endforeach()
    string(REPLACE ";" "\n" lines "${files}")
    file(CONFIGURE OUTPUT "${source}.list" @ONLY CONTENT "${lines}\n")
    add_custom_command(OUTPUT "${source}" VERBATIM
        DEPENDS ${files} "${source}.list" "${ZF_CMAKE_SCRIPTS}/${script}.cmake"
        COMMAND "${CMAKE_COMMAND}" "-DNAME=${name}" "-DLIST=${source}.list" "-DBASE=${base}"
            "-DSOURCE=${source}" -P "${ZF_CMAKE_SCRIPTS}/${script}.cmake")
endfunction()

# zhangfang_add_catalogue(<domain> <lang>.po …) → share/zhangfang/locale/<lang>/LC_MESSAGES/
function(zhangfang_add_catalogue domain)
    find_program(MSGFMT msgfmt REQUIRED)
    set(catalogues)
    foreach(source IN LISTS ARGN)
        cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}")
        cmake_path(GET source STEM language)
        set(folder share/zhangfang/locale/${language}/LC_MESSAGES)
        set(catalogue "${CMAKE_BINARY_DIR}/${folder}/${domain}.mo")
        add_custom_command(OUTPUT "${catalogue}" VERBATIM DEPENDS "${source}"
            COMMAND "${CMAKE_COMMAND}" -E make_directory "${CMAKE_BINARY_DIR}/${folder}"
            COMMAND "${MSGFMT}" --check-format --check-header -o "${catalogue}" "${source}")
        list(APPEND catalogues "${catalogue}")
        install(FILES "${catalogue}" DESTINATION ${folder})
    endforeach()
    if(catalogues)
        add_custom_target(${domain}_catalogues ALL DEPENDS ${catalogues})
    endif()
endfunction()

# zhangfang_add_data(<target> <folder below share/zhangfang> <base> <file>…): copies the files,
# keeping their path below <base>.
function(zhangfang_add_data target folder base)
    set(copies)
    foreach(source IN LISTS ARGN)
        cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}")
        cmake_path(RELATIVE_PATH source BASE_DIRECTORY "${base}" OUTPUT_VARIABLE relative)
        set(copy "${CMAKE_BINARY_DIR}/share/zhangfang/${folder}/${relative}")
        cmake_path(GET copy PARENT_PATH parent)
        add_custom_command(OUTPUT "${copy}" VERBATIM DEPENDS "${source}"
            COMMAND "${CMAKE_COMMAND}" -E make_directory "${parent}"
            COMMAND "${CMAKE_COMMAND}" -E copy "${source}" "${copy}")
        list(APPEND copies "${copy}")
        cmake_path(GET relative PARENT_PATH below)
        install(FILES "${source}" DESTINATION share/zhangfang/${folder}/${below})
    endforeach()
    if(copies)
        add_custom_target(${target} ALL DEPENDS ${copies})
    endif()
endfunction()
