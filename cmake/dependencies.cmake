# The libraries we stand on.

if(EMSCRIPTEN)
    include("${CMAKE_CURRENT_LIST_DIR}/browser_headers.cmake")
    return()
endif()

find_package(Boost 1.81 REQUIRED)
find_package(OpenSSL 3.0 REQUIRED COMPONENTS Crypto SSL)
if(CHATOPS_NATIVE)
    find_package(Threads REQUIRED)
    find_package(spdlog REQUIRED)
    find_package(SOCI REQUIRED)
endif()

# What is played by the thousand is a fourth faster with it; a bot, which waits, keeps the system's
# own, which takes half of the memory.
add_library(chatops-fast-allocator INTERFACE)
find_library(CHATOPS_TCMALLOC NAMES tcmalloc_minimal libtcmalloc_minimal.so.4)
mark_as_advanced(CHATOPS_TCMALLOC)
if(CHATOPS_TCMALLOC AND CMAKE_BUILD_TYPE STREQUAL "Release")
    target_link_libraries(chatops-fast-allocator INTERFACE "${CHATOPS_TCMALLOC}")
endif()
