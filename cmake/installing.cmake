# install(), and what find_package(chatops) reads. Components: `development` (headers, libraries),
# `programs`.

include(CMakePackageConfigHelpers)
set(package "${CMAKE_INSTALL_LIBDIR}/cmake/chatops")

install(DIRECTORY include/chatops DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT development
        FILES_MATCHING PATTERN "*.hpp" PATTERN "*.ipp")
install(DIRECTORY mocks DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/chatops-mocks" COMPONENT development
        FILES_MATCHING PATTERN "*.hpp")

set(portable chatops chatops-boost chatops-compiled chatops-used chatops-mocks-library)
install(TARGETS ${portable} EXPORT chatopsTargets COMPONENT development)
install(EXPORT chatopsTargets NAMESPACE chatops:: DESTINATION "${package}" COMPONENT development)

if(TARGET chatops-native)
    install(TARGETS chatops-native chatops-native-compiled EXPORT chatopsNativeTargets
            COMPONENT development)
    install(EXPORT chatopsNativeTargets NAMESPACE chatops:: DESTINATION "${package}"
            COMPONENT development)
    install(FILES cmake/FindSOCI.cmake DESTINATION "${package}" COMPONENT development)
endif()

foreach(program IN ITEMS chatops-bot chatops-sim chatops-mocks)
    if(TARGET ${program})
        install(TARGETS ${program} COMPONENT programs)
    endif()
endforeach()

configure_package_config_file(cmake/chatopsConfig.cmake.in
    "${PROJECT_BINARY_DIR}/chatopsConfig.cmake" INSTALL_DESTINATION "${package}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/chatopsConfigVersion.cmake"
    COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/chatopsConfig.cmake"
              "${PROJECT_BINARY_DIR}/chatopsConfigVersion.cmake"
        DESTINATION "${package}" COMPONENT development)
