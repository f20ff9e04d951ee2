# The page with commands of one's own. Also read by those who use an installation.

# chatops_page_module(TARGET): a program whose `main` returns `chatops::web::page_program(…)`, as
# the module that the page loads: module.mjs and module.wasm.
function(chatops_page_module target)
    set_target_properties(${target} PROPERTIES OUTPUT_NAME module SUFFIX ".mjs")
    target_link_libraries(${target} PRIVATE chatops::page)
    target_link_options(${target} PRIVATE
        -sMODULARIZE=1 -sEXPORT_ES6=1 -sENVIRONMENT=web,worker -sALLOW_MEMORY_GROWTH=1
        -sEXPORTED_RUNTIME_METHODS=ccall)
endfunction()

# chatops_page(TARGET): the same with the page around it, in a folder of the target's name that any
# web server can serve.
function(chatops_page target)
    set(folder "${CMAKE_CURRENT_BINARY_DIR}/${target}")
    chatops_page_module(${target})
    set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${folder}")
    if(EXISTS "${CHATOPS_PAGE_FILES}/index.html")
        add_custom_command(TARGET ${target} POST_BUILD
            COMMAND "${CMAKE_COMMAND}" -E copy_directory "${CHATOPS_PAGE_FILES}" "${folder}"
            COMMENT "The page is ${folder}")
    else()
        message(STATUS "chatops was installed without the page's own files: ${folder} will have "
            "the module alone. `npm ci && npm run build` in chatops' web/ makes them; then install "
            "it again.")
    endif()
endfunction()
