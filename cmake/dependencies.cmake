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
