# install(), and what find_package(chatops) reads. Components: `development` (headers, libraries),
# `programs`.

include(CMakePackageConfigHelpers)
set(package "${CMAKE_INSTALL_LIBDIR}/cmake/chatops")

install(DIRECTORY include/chatops DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT development
        FILES_MATCHING PATTERN "*.hpp" PATTERN "*.ipp")
install(DIRECTORY mocks DESTINATION "${CHATOPS_SIMULATED_HEADERS}" COMPONENT development
        FILES_MATCHING PATTERN "*.hpp")
foreach(header IN ITEMS apps/sim/program.hpp web/exported.hpp)
    cmake_path(GET header PARENT_PATH folder)
    install(FILES ${header} DESTINATION "${CHATOPS_SIMULATED_HEADERS}/${folder}"
            COMPONENT development)
endforeach()

set(portable chatops chatops-boost chatops-compiled chatops-used chatops-mocks-library
    chatops-operations)
if(EMSCRIPTEN)
    list(APPEND portable chatops-page chatops-page-program)
endif()
install(TARGETS ${portable} EXPORT chatopsTargets COMPONENT development)
install(EXPORT chatopsTargets NAMESPACE chatops:: DESTINATION "${package}" COMPONENT development)

if(TARGET chatops-native)
    install(TARGETS chatops-native chatops-native-compiled chatops-used-native
            EXPORT chatopsNativeTargets COMPONENT development)
    if(TARGET chatops-simulation)
        install(TARGETS chatops-simulation EXPORT chatopsNativeTargets COMPONENT development)
    endif()
    install(EXPORT chatopsNativeTargets NAMESPACE chatops:: DESTINATION "${package}"
            COMPONENT development)
    install(FILES cmake/FindSOCI.cmake DESTINATION "${package}" COMPONENT development)
endif()

if(EMSCRIPTEN)
    install(FILES cmake/browser.cmake cmake/browser_headers.cmake cmake/page.cmake
            DESTINATION "${package}" COMPONENT development)
    # As far as they were built: the module in them is ours, and each has one of its own.
    install(DIRECTORY web/dist/ DESTINATION "${CMAKE_INSTALL_DATADIR}/chatops/page"
            COMPONENT development OPTIONAL PATTERN "module.*" EXCLUDE)
endif()

foreach(program IN ITEMS chatops-bot chatops-sim chatops-mocks)
    if(TARGET ${program})
        install(TARGETS ${program} COMPONENT programs)
    endif()
endforeach()

install(FILES cmake/commands.cmake DESTINATION "${package}" COMPONENT development)
configure_package_config_file(cmake/chatopsConfig.cmake.in
    "${PROJECT_BINARY_DIR}/chatopsConfig.cmake" INSTALL_DESTINATION "${package}"
    PATH_VARS CMAKE_INSTALL_DATADIR)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/chatopsConfigVersion.cmake"
    COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/chatopsConfig.cmake"
              "${PROJECT_BINARY_DIR}/chatopsConfigVersion.cmake"
        DESTINATION "${package}" COMPONENT development)
