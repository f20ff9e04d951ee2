# chatops_commands(TARGET): its files are commands, and compiled as those that chatops comes with.
#
# A command waits for its providers, and has no loop to be fast in: optimised with less inlining, it
# compiles in half of the time. A property, as functions see no variables of this file.
set_property(GLOBAL PROPERTY CHATOPS_COMMAND_OPTIONS "")
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND NOT EMSCRIPTEN)
    set_property(GLOBAL PROPERTY CHATOPS_COMMAND_OPTIONS
        "$<$<NOT:$<CONFIG:Debug>>:-mllvm;-inline-threshold=5>")
endif()

function(chatops_commands target)
    get_property(options GLOBAL PROPERTY CHATOPS_COMMAND_OPTIONS)
    target_compile_options(${target} PRIVATE "${options}")
endfunction()
