# Toolchain of the browser preset, and of those who build a page with an installation: Debian's
# Emscripten, with what its own toolchain file leaves to be found out.

# From -O2 on, emcc optimises with acorn, which a Node that is not Debian's does not find by itself.
set(ENV{NODE_PATH} "/usr/share/nodejs")
set(CMAKE_CXX_LINKER_LAUNCHER "${CMAKE_COMMAND};-E;env;NODE_PATH=/usr/share/nodejs")

foreach(root IN ITEMS "$ENV{EMSCRIPTEN_ROOT}" /usr/share/emscripten)
    if(root AND EXISTS "${root}/cmake/Modules/Platform/Emscripten.cmake")
        include("${root}/cmake/Modules/Platform/Emscripten.cmake")
        break()
    endif()
endforeach()
if(NOT EMSCRIPTEN)
    message(FATAL_ERROR "Emscripten is missing: run scripts/setup test")
endif()

# Emscripten's own choice of flags is refused by Node 20, and with fetch its glue cannot load a
# file.
find_program(CHATOPS_NODE NAMES node nodejs REQUIRED)
set(CMAKE_CROSSCOMPILING_EMULATOR "${CHATOPS_NODE};--no-experimental-fetch" CACHE STRING "" FORCE)

# Exceptions by way of JavaScript. Those of WebAssembly itself (-fwasm-exceptions) were measured 1.7
# times as fast, but from -O1 on clang 14 lets some of them past a coroutine's handlers: the frame is
# resumed after its end.
set(CMAKE_CXX_FLAGS_INIT "-fexceptions -Wno-deprecated -Wno-deprecated-experimental-coroutine")
set(CMAKE_EXE_LINKER_FLAGS_INIT "-fexceptions")

# It looks for packages among its own only; this file, installed, lies beside ours.
if(EXISTS "${CMAKE_CURRENT_LIST_DIR}/chatopsConfig.cmake")
    set(chatops_DIR "${CMAKE_CURRENT_LIST_DIR}" CACHE PATH "Where chatops is installed")
endif()
