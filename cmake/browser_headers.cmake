# The libraries we stand on, for the browser: headers only, reached through a folder of links, since
# /usr/include itself would hide Emscripten's own libc. Also read by those who use an installation.

set(CHATOPS_HEADERS "${CMAKE_BINARY_DIR}/chatops-headers")
file(MAKE_DIRECTORY "${CHATOPS_HEADERS}")
foreach(folder IN ITEMS boost range concepts meta std toml++)
    if(NOT EXISTS "/usr/include/${folder}")
        message(FATAL_ERROR "/usr/include/${folder} is missing: run scripts/setup")
    endif()
    file(CREATE_LINK "/usr/include/${folder}" "${CHATOPS_HEADERS}/${folder}" SYMBOLIC)
endforeach()
