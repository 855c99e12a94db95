# What a plugin built elsewhere needs: headers, libraries, and find_package(Zhangfang). The
# component sdk alone is enough for a plugin without windows.
include(CMakePackageConfigHelpers)

set(cmake_folder lib/cmake/Zhangfang)
if(TARGET zhangfang)
    install(TARGETS zhangfang EXPORT ZhangfangPluginTargets
        LIBRARY DESTINATION lib COMPONENT sdk NAMELINK_COMPONENT sdk)
    install(EXPORT ZhangfangPluginTargets NAMESPACE zhangfang:: DESTINATION ${cmake_folder}
        COMPONENT sdk)
    install(DIRECTORY "${PROJECT_SOURCE_DIR}/sdk/include/" "${PROJECT_BINARY_DIR}/include/"
        DESTINATION include COMPONENT sdk)
endif()
if(TARGET zhangfang_reports)
    install(TARGETS zhangfang_reports EXPORT ZhangfangUiTargets LIBRARY DESTINATION lib)
    install(DIRECTORY "${PROJECT_SOURCE_DIR}/reports/include/" DESTINATION include)
endif()
if(TARGET zhangfang_ui)
    install(TARGETS zhangfang_ui EXPORT ZhangfangUiTargets LIBRARY DESTINATION lib)
    install(EXPORT ZhangfangUiTargets NAMESPACE zhangfang:: DESTINATION ${cmake_folder})
    install(DIRECTORY "${PROJECT_SOURCE_DIR}/sdk/ui/include/" DESTINATION include)
endif()

configure_package_config_file(sdk/cmake/ZhangfangConfig.cmake.in
    "${PROJECT_BINARY_DIR}/ZhangfangConfig.cmake" INSTALL_DESTINATION ${cmake_folder})
write_basic_package_version_file("${PROJECT_BINARY_DIR}/ZhangfangConfigVersion.cmake"
    COMPATIBILITY SameMajorVersion)
install(FILES
    "${PROJECT_BINARY_DIR}/ZhangfangConfig.cmake"
    "${PROJECT_BINARY_DIR}/ZhangfangConfigVersion.cmake"
    sdk/cmake/ZhangfangAddPlugin.cmake sdk/cmake/ZhangfangWx.cmake
    sdk/cmake/EmbedMigrations.cmake sdk/cmake/EmbedTexts.cmake sdk/cmake/WriteManifest.cmake
    DESTINATION ${cmake_folder} COMPONENT sdk)
