# Compiles SOURCE with FLAGS, which must fail, and its first error must contain each sentence that
# the file expects.
file(STRINGS "${SOURCE}" expected REGEX "^// expected: ")
list(TRANSFORM expected REPLACE "^// expected: " "")
if(NOT expected)
    message(FATAL_ERROR "${SOURCE} does not say what it expects: `// expected: SENTENCE`")
endif()

execute_process(
    COMMAND "${COMPILER}" ${FLAGS} -fsyntax-only "${SOURCE}"
    RESULT_VARIABLE result ERROR_VARIABLE output OUTPUT_VARIABLE output)
if(result EQUAL 0)
    message(FATAL_ERROR "${SOURCE} compiles; it must not")
endif()
string(REGEX MATCH "error: [^\n]*" first "${output}")
foreach(sentence IN LISTS expected)
    string(FIND "${first}" "${sentence}" place)
    if(place EQUAL -1)
        message(FATAL_ERROR "expected: ${sentence}\nfirst ${first}\n\nall of it:\n${output}")
    endif()
endforeach()
