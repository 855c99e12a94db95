# wxWidgets behind one name. Only what links zf_wx has wx on its include path.
# The components are all that a plugin may use.
find_package(wxWidgets 3.2 REQUIRED COMPONENTS propgrid aui html core base)
add_library(zf_wx INTERFACE IMPORTED GLOBAL)
target_include_directories(zf_wx SYSTEM INTERFACE ${wxWidgets_INCLUDE_DIRS})
target_compile_definitions(zf_wx INTERFACE ${wxWidgets_DEFINITIONS})
target_link_libraries(zf_wx INTERFACE ${wxWidgets_LIBRARIES})
