# cmake -DBUILD= -DTEMPLATE= -DFOLDER= -DTESTS= -DCOMPILER= -DBUILD_TYPE= -P: installs the sdk into
# an empty folder, builds the template against it as somebody else would, and runs one of its
# commands.
cmake_minimum_required(VERSION 3.25)

file(REMOVE_RECURSE "${FOLDER}")
execute_process(COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET COMMAND
    "${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${FOLDER}/sdk" --component sdk)
execute_process(COMMAND_ERROR_IS_FATAL ANY COMMAND
    "${CMAKE_COMMAND}" -S "${TEMPLATE}" -B "${FOLDER}/build" -G Ninja
    "-DCMAKE_PREFIX_PATH=${FOLDER}/sdk" "-DCMAKE_CXX_COMPILER=${COMPILER}"
    "-DCMAKE_BUILD_TYPE=${BUILD_TYPE}")
execute_process(COMMAND_ERROR_IS_FATAL ANY COMMAND "${CMAKE_COMMAND}" --build "${FOLDER}/build")

set(ENV{ZF_OUT_OF_TREE_PLUGINS} "${FOLDER}/build/lib/zhangfang/plugins")
execute_process(COMMAND_ERROR_IS_FATAL ANY COMMAND "${TESTS}" "[out_of_tree]")
