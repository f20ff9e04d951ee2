# The libraries that others link. Two ways of each: header-only, or with the bodies compiled once.
#
#   chatops::chatops          header-only, portable
#   chatops::compiled         the same, its bodies in a static library
#   chatops::native           header-only, with what needs an operating system
#   chatops::native_compiled  the same, its bodies in a static library
#   chatops::testing          for tests: whichever way this build uses, the mocks, GoogleTest
#
# And for programs of one's own, whichever way this build uses:
#
#   chatops::operations       the commands that come with it
#   chatops::bot              `native::bot_program`
#   chatops::simulation       `apps::sim_program`
#   chatops::page             `web::page_program`, in the browser

include(GNUInstallDirs)
# For the headers of what is simulated: mocks/, and of apps/ and web/ what others use.
set(CHATOPS_SIMULATED_HEADERS "${CMAKE_INSTALL_INCLUDEDIR}/chatops-simulated")

# Warnings that are errors, for our own code and never for a user's.
add_library(chatops-strict INTERFACE)
target_compile_options(chatops-strict INTERFACE
    -Wall -Wextra -Wpedantic
    # A newer compiler than those we build with knows more warnings: no reason not to build.
    $<$<OR:$<AND:$<CXX_COMPILER_ID:Clang>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,15>>,$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>>:-Werror>
    -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast -Wextra-semi -Wdouble-promotion
    -Wcast-align -Wformat=2
    # A designated initialiser that leaves members at their defaults is what they are for.
    -Wno-missing-field-initializers
    $<$<CXX_COMPILER_ID:Clang>:-Wunreachable-code -Wimplicit-fallthrough>
    # Where files are compiled as one, another file's names are no names of an outer scope.
    $<$<AND:$<CXX_COMPILER_ID:Clang>,$<NOT:$<BOOL:$<TARGET_PROPERTY:UNITY_BUILD>>>>:-Wshadow>
    # g++ 12 says of a coroutine's frame in an .ipp that its members have no linkage: they need
    # none.
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op -Wno-subobject-linkage>)

# Boost.JSON and Boost.URL have bodies that some file must compile, in either way.
file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/bodies/boost.cpp"
     CONTENT "#include \"chatops/boost_src.hpp\"\n")
add_library(chatops-boost STATIC "${PROJECT_BINARY_DIR}/bodies/boost.cpp")
add_library(chatops::boost ALIAS chatops-boost)
set_target_properties(chatops-boost PROPERTIES EXPORT_NAME boost)
target_compile_features(chatops-boost PUBLIC cxx_std_20)
target_include_directories(chatops-boost PUBLIC
    "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>"
    "$<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>")
if(EMSCRIPTEN)
    target_include_directories(chatops-boost SYSTEM PUBLIC "$<BUILD_INTERFACE:${CHATOPS_HEADERS}>")
    target_compile_definitions(chatops-boost PUBLIC BOOST_ASIO_HAS_CO_AWAIT=1)
else()
    target_link_libraries(chatops-boost PUBLIC Boost::headers)
endif()

add_library(chatops INTERFACE)
add_library(chatops::chatops ALIAS chatops)
target_link_libraries(chatops INTERFACE chatops-boost)
if(NOT EMSCRIPTEN)
    target_link_libraries(chatops INTERFACE OpenSSL::Crypto)
endif()

# Writes one source file for each `key` among the bodies that LIST includes: per folder, or per file.
# A change then compiles a part, and two cores share the work.
function(chatops_bodies output list grouped_by)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${list}")
    file(STRINGS "${list}" lines REGEX "^#include \"chatops/.*\\.ipp\"")
    set(keys "")
    foreach(line IN LISTS lines)
        string(REGEX REPLACE "^#include \"chatops/(.*)\\.ipp\".*" "\\1" body "${line}")
        set(key "${body}")
        if(grouped_by STREQUAL "folder")
            string(REGEX REPLACE "/[^/]*$" "" key "${body}")
        endif()
        string(REPLACE "/" "_" key "${key}")
        list(APPEND keys "${key}")
        string(APPEND text_${key} "#include \"chatops/${body}.ipp\"\n")
    endforeach()
    list(REMOVE_DUPLICATES keys)
    set(sources "")
    foreach(key IN LISTS keys)
        set(source "${PROJECT_BINARY_DIR}/bodies/${key}.cpp")
        file(CONFIGURE OUTPUT "${source}" CONTENT "${text_${key}}" @ONLY)
        list(APPEND sources "${source}")
    endforeach()
    set(${output} "${sources}" PARENT_SCOPE)
endfunction()

# How those see the headers who use bodies that are compiled once.
set(CHATOPS_COMPILED_DEFINITIONS CHATOPS_COMPILED BOOST_ASIO_SEPARATE_COMPILATION)

# Others' headers that nearly every file of ours includes: half of the time it takes to compile one.
# None of ours, so that no edit makes it anew.
set(CHATOPS_COMMON_HEADERS
    <boost/asio/awaitable.hpp> <boost/asio/co_spawn.hpp> <boost/asio/detached.hpp>
    <boost/asio/io_context.hpp> <boost/asio/post.hpp> <boost/asio/use_awaitable.hpp>
    <boost/json.hpp> <boost/system/result.hpp>
    <algorithm> <chrono> <functional> <map> <memory> <optional> <string> <string_view> <variant> <vector>)

# chatops_precompile(TARGET FROM): the headers precompiled for FROM serve TARGET as well.
function(chatops_precompile target from)
    if(CHATOPS_PRECOMPILE)
        target_precompile_headers(${target} REUSE_FROM ${from})
    endif()
endfunction()

# chatops_precompiled(NAME libraries...): the target that holds them. It links no bodies: they use it.
function(chatops_precompiled name)
    if(CHATOPS_PRECOMPILE)
        file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/bodies/${name}.cpp" CONTENT "\n")
        add_library(${name} OBJECT "${PROJECT_BINARY_DIR}/bodies/${name}.cpp")
        target_link_libraries(${name} PRIVATE chatops ${ARGN} chatops-strict)
        if(CHATOPS_COMPILED_BODIES)
            target_compile_definitions(${name} PRIVATE ${CHATOPS_COMPILED_DEFINITIONS})
        endif()
        target_precompile_headers(${name} PRIVATE ${CHATOPS_COMMON_HEADERS})
    endif()
endfunction()
chatops_precompiled(chatops-common)

file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/bodies/asio.cpp"
     CONTENT "#include <boost/asio/impl/src.hpp>\n")
chatops_bodies(bodies "${PROJECT_SOURCE_DIR}/include/chatops/src.hpp" folder)
add_library(chatops-compiled STATIC ${bodies} "${PROJECT_BINARY_DIR}/bodies/asio.cpp")
add_library(chatops::compiled ALIAS chatops-compiled)
# Its files are folders: parts enough for two cores.
set_target_properties(chatops-compiled PROPERTIES EXPORT_NAME compiled UNITY_BUILD OFF)
target_compile_definitions(chatops-compiled PUBLIC ${CHATOPS_COMPILED_DEFINITIONS})
target_link_libraries(chatops-compiled PUBLIC chatops PRIVATE $<BUILD_INTERFACE:chatops-strict>)
chatops_precompile(chatops-compiled chatops-common)
list(FILTER bodies INCLUDE REGEX "/operations_")
get_property(options GLOBAL PROPERTY CHATOPS_COMMAND_OPTIONS)
set_source_files_properties(${bodies} PROPERTIES COMPILE_OPTIONS "${options}")

if(CHATOPS_NATIVE AND NOT EMSCRIPTEN)
    add_library(chatops-native INTERFACE)
    add_library(chatops::native ALIAS chatops-native)
    set_target_properties(chatops-native PROPERTIES EXPORT_NAME native)
    target_link_libraries(chatops-native INTERFACE
        chatops OpenSSL::SSL Threads::Threads SOCI::core spdlog::spdlog)

    file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/bodies/asio_ssl.cpp"
         CONTENT "#include <boost/asio/ssl/impl/src.hpp>\n")
    chatops_bodies(native_bodies "${PROJECT_SOURCE_DIR}/include/chatops/native_src.hpp" file)
    add_library(chatops-native-compiled STATIC
        ${native_bodies} "${PROJECT_BINARY_DIR}/bodies/asio_ssl.cpp")
    add_library(chatops::native_compiled ALIAS chatops-native-compiled)
    set_target_properties(chatops-native-compiled PROPERTIES EXPORT_NAME native_compiled)
    target_link_libraries(chatops-native-compiled PUBLIC chatops-compiled chatops-native
                          PRIVATE $<BUILD_INTERFACE:chatops-strict>)
    chatops_precompile(chatops-native-compiled chatops-common)
endif()

# What our own programs, mocks and tests are made with: one way for a whole build.
add_library(chatops-used INTERFACE)
set_target_properties(chatops-used PROPERTIES EXPORT_NAME used)
add_library(chatops-used-native INTERFACE)
set_target_properties(chatops-used-native PROPERTIES EXPORT_NAME bot)
if(CHATOPS_COMPILED_BODIES)
    target_link_libraries(chatops-used INTERFACE chatops-compiled)
    target_link_libraries(chatops-used-native INTERFACE chatops-used chatops-native-compiled)
else()
    target_link_libraries(chatops-used INTERFACE chatops)
    target_link_libraries(chatops-used-native INTERFACE chatops-used chatops-native)
endif()

# A static library of ours from what sources exist; without any it is only a name, so that a part
# which is not there yet breaks nothing else. Folders are included from the project's root:
# "mocks/heroku/state.hpp".
function(chatops_library name)
    if(ARGN)
        add_library(${name} STATIC ${ARGN})
        target_link_libraries(${name} PUBLIC chatops-used PRIVATE $<BUILD_INTERFACE:chatops-strict>)
        target_include_directories(${name} PUBLIC "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>")
        chatops_precompile(${name} chatops-common)
    else()
        add_library(${name} INTERFACE)
        target_link_libraries(${name} INTERFACE chatops-used)
        target_include_directories(${name} INTERFACE "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>")
    endif()
endfunction()
