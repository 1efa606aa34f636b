# SPDX-License-Identifier: Apache-2.0
# Installs quoin into a scratch folder and uses it from outside, by CMake's
# find_package and by pkg-config.
#
#   cmake -DBUILD=build -DCONFIG=RelWithDebInfo -DCOMPILER=c++ -DFLAGS=...
#         -P run.cmake

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status
    OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    list(JOIN ARGN " " command)
    message(FATAL_ERROR "${command}\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

set(outside ${CMAKE_CURRENT_LIST_DIR}/outside)
set(scratch ${BUILD}/tests/install/scratch)
set(prefix ${scratch}/prefix)
file(REMOVE_RECURSE ${scratch})

run(${CMAKE_COMMAND} --install ${BUILD} --config ${CONFIG} --prefix ${prefix})
run(${prefix}/bin/quoin --version)

run(${CMAKE_COMMAND} -S ${outside} -B ${scratch}/cmake -G Ninja
  -DCMAKE_PREFIX_PATH=${prefix} -DCMAKE_CXX_COMPILER=${COMPILER}
  -DCMAKE_CXX_FLAGS=${FLAGS})
run(${CMAKE_COMMAND} --build ${scratch}/cmake)
run(${scratch}/cmake/outside)
message(STATUS "find_package: ${output}")

file(GLOB_RECURSE pc_file ${prefix}/quoin.pc)
get_filename_component(pc_folder ${pc_file} DIRECTORY)
set(ENV{PKG_CONFIG_PATH} ${pc_folder})
run(pkg-config --static --define-variable=prefix=${prefix} --cflags --libs
  quoin)
separate_arguments(arguments UNIX_COMMAND "${FLAGS} ${output}")
run(${COMPILER} -std=c++20 ${outside}/outside.cc -o ${scratch}/by-pkg-config
  ${arguments})
run(${scratch}/by-pkg-config)
message(STATUS "pkg-config: ${output}")
