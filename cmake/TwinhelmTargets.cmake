# How every target of the project is made: language level, warnings, sanitizers, ccache, and libraries by folder.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

# moc 6.4 cannot parse <concepts> when it is the first standard header it meets; its include guard keeps it out.
set(CMAKE_AUTOMOC_MOC_OPTIONS "-D_GLIBCXX_CONCEPTS")

find_program(TWINHELM_CCACHE ccache)
if(TWINHELM_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${TWINHELM_CCACHE}")
endif()

add_library(th_options INTERFACE)
target_include_directories(th_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(th_options INTERFACE TWINHELM_VERSION="${PROJECT_VERSION}")
target_compile_options(th_options INTERFACE -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-qual -Wconversion -Wno-sign-conversion)
if(TWINHELM_WERROR)
    target_compile_options(th_options INTERFACE -Werror)
endif()
if(TWINHELM_SANITIZE)
    target_compile_options(th_options INTERFACE -fsanitize=${TWINHELM_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(th_options INTERFACE -fsanitize=${TWINHELM_SANITIZE})
endif()
# PCH and ccache agree only when the compiler ignores time stamps inside the precompiled header.
if(TWINHELM_PCH AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(th_options INTERFACE -fpch-preprocess)
endif()

# th_library(NAME [FOLDERS a b ...] [EXCLUDE regex] [LINK targets...])
# A static library of every .cpp below the given folders. New files are noticed at the next build.
function(th_library name)
    cmake_parse_arguments(arg "" "EXCLUDE" "FOLDERS;LINK" ${ARGN})
    set(sources)
    foreach(folder IN LISTS arg_FOLDERS)
        file(GLOB_RECURSE found CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp"
             "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.h")
        list(APPEND sources ${found})
    endforeach()
    if(arg_EXCLUDE)
        list(FILTER sources EXCLUDE REGEX "${arg_EXCLUDE}")
    endif()
    add_library(${name} STATIC ${sources})
    target_link_libraries(${name} PUBLIC th_options ${arg_LINK})
    set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX)
endfunction()

# th_tests(FOLDER LABELS labels... [LINK targets...] [PCH target])
# SERIAL: nothing else runs meanwhile, since figures are held against time limits.
# PCH: the target whose precompiled header the tests share.
# Every tst_*.cpp below FOLDER becomes a Qt Test program and a ctest entry named by its path.
function(th_tests folder)
    cmake_parse_arguments(arg "SERIAL" "TIMEOUT;PCH" "LABELS;LINK;ENVIRONMENT" ${ARGN})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 60)
    endif()
    file(GLOB_RECURSE tests CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/tst_*.cpp")
    foreach(test IN LISTS tests)
        file(RELATIVE_PATH path "${CMAKE_CURRENT_SOURCE_DIR}" "${test}")
        string(REGEX REPLACE "\\.cpp$" "" path "${path}")
        string(REPLACE "/" "." entry "${path}")
        string(REPLACE "tst_" "" entry "${entry}")
        string(REPLACE "." "_" target "tst_${entry}")
        get_filename_component(name "${test}" NAME_WE)
        # One moc each: AUTOMOC would start a second program and compile a second file for every test.
        set(moc "${CMAKE_CURRENT_BINARY_DIR}/moc/${entry}")
        file(MAKE_DIRECTORY "${moc}")
        qt6_generate_moc("${test}" "${moc}/${name}.moc")
        add_executable(${target} "${test}" "${moc}/${name}.moc")
        target_include_directories(${target} PRIVATE "${moc}")
        target_link_libraries(${target} PRIVATE Qt6::Test ${arg_LINK})
        if(TWINHELM_PCH AND arg_PCH)
            target_precompile_headers(${target} REUSE_FROM ${arg_PCH})
        endif()
        # Only for those that name them: a checkout elsewhere may then use the same cached objects.
        file(STRINGS "${test}" places REGEX "TWINHELM_(SOURCE|BIN)_DIR")
        if(places)
            target_compile_definitions(${target} PRIVATE TWINHELM_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
                                       TWINHELM_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
        endif()
        add_test(NAME ${entry} COMMAND ${target})
        set_tests_properties(${entry} PROPERTIES LABELS "${arg_LABELS}" TIMEOUT ${arg_TIMEOUT}
                             RUN_SERIAL ${arg_SERIAL})
        if(arg_ENVIRONMENT)
            set_tests_properties(${entry} PROPERTIES ENVIRONMENT "${arg_ENVIRONMENT}")
        endif()
    endforeach()
endfunction()
