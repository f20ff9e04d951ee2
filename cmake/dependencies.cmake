# The libraries we stand on. In the browser they are headers only, reached through a folder of
# links.

if(EMSCRIPTEN)
    # /usr/include itself would hide Emscripten's own libc.
    set(CHATOPS_HEADERS "${PROJECT_BINARY_DIR}/headers")
    file(MAKE_DIRECTORY "${CHATOPS_HEADERS}")
    foreach(folder IN ITEMS boost range concepts meta std toml++)
        if(NOT EXISTS "/usr/include/${folder}")
            message(FATAL_ERROR "/usr/include/${folder} is missing: run scripts/setup")
        endif()
        file(CREATE_LINK "/usr/include/${folder}" "${CHATOPS_HEADERS}/${folder}" SYMBOLIC)
    endforeach()
    return()
endif()

find_package(Boost 1.81 REQUIRED)
find_package(OpenSSL 3.0 REQUIRED COMPONENTS Crypto SSL)
if(CHATOPS_NATIVE)
    find_package(Threads REQUIRED)
    find_package(spdlog REQUIRED)
    find_package(SOCI REQUIRED)
endif()
