# Every library from outside, found once. Which folder may include which stands in
# tests/tidy/layers.txt.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED)                 # headers only: DLL, Multiprecision
find_package(SQLite3 3.40 REQUIRED)
find_package(PostgreSQL REQUIRED)
find_package(EXPAT REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS uc i18n)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(spdlog REQUIRED)
find_package(CLI11 REQUIRED)
find_program(MSGFMT msgfmt REQUIRED)
include(ZhangfangWx)

foreach(module IN ITEMS xlsxwriter libsodium nettle minizip libzstd libqrencode)
    pkg_check_modules(${module} REQUIRED IMPORTED_TARGET GLOBAL ${module})
endforeach()
pkg_check_modules(gtk3 REQUIRED IMPORTED_TARGET GLOBAL gtk+-3.0)

# libharu ships neither a CMake nor a pkg-config file.
find_library(HPDF_LIBRARY hpdf REQUIRED)
find_path(HPDF_INCLUDE hpdf.h REQUIRED)
add_library(zf_hpdf INTERFACE IMPORTED GLOBAL)
target_include_directories(zf_hpdf SYSTEM INTERFACE "${HPDF_INCLUDE}")
target_link_libraries(zf_hpdf INTERFACE "${HPDF_LIBRARY}")

# Boost.DLL opens plugins; with std::filesystem it needs no Boost library at run time.
add_library(zf_boost INTERFACE IMPORTED GLOBAL)
target_link_libraries(zf_boost INTERFACE Boost::headers ${CMAKE_DL_LIBS})
target_compile_definitions(zf_boost INTERFACE BOOST_DLL_USE_STD_FS)
