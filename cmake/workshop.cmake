# How this project builds itself: tools and folders that a project which includes it does not
# inherit.

set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "How to compile" FORCE)
endif()

find_program(CHATOPS_CCACHE ccache)
mark_as_advanced(CHATOPS_CCACHE)
if(CHATOPS_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CHATOPS_CCACHE}")
    if(CHATOPS_PRECOMPILE)
        # What ccache asks for before it stores files that use a precompiled header.
        list(PREPEND CMAKE_CXX_COMPILER_LAUNCHER
             "${CMAKE_COMMAND}" -E env "CCACHE_SLOPPINESS=pch_defines,time_macros")
        if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
            add_compile_options(-Xclang -fno-pch-timestamp)
        else()
            add_compile_options(-fpch-preprocess)
        endif()
    endif()
endif()

find_program(CHATOPS_LLD ld.lld)
mark_as_advanced(CHATOPS_LLD)
if(CHATOPS_LLD AND NOT EMSCRIPTEN)
    add_link_options(-fuse-ld=lld)
endif()
