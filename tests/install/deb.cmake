# SPDX-License-Identifier: Apache-2.0
# Makes the Debian package, unpacks it into an empty root, and uses what is in
# it: the command, its manual, its completions.
#   cmake -DBUILD=… -DSOURCE=… -P deb.cmake
file(REMOVE_RECURSE ${BUILD}/deb)
file(MAKE_DIRECTORY ${BUILD}/deb)
execute_process(COMMAND cpack -G DEB --config ${BUILD}/CPackConfig.cmake
    -B ${BUILD}/deb
  WORKING_DIRECTORY ${BUILD} COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET)
file(GLOB packages ${BUILD}/deb/quoin_*.deb)
list(LENGTH packages count)
if(NOT count EQUAL 1)
  message(FATAL_ERROR "one package expected, found: ${packages}")
endif()
set(root ${BUILD}/deb/root)
execute_process(COMMAND dpkg-deb -x ${packages} ${root}
  COMMAND_ERROR_IS_FATAL ANY)
foreach(file
    share/man/man1/quoin.1.gz
    share/bash-completion/completions/quoin
    share/zsh/vendor-completions/_quoin
    share/fish/vendor_completions.d/quoin.fish
    share/quoin/grammars/en/attribution.grammar)
  if(NOT EXISTS ${root}/usr/${file})
    message(FATAL_ERROR "the package lacks ${file}")
  endif()
endforeach()
if(EXISTS ${root}/usr/include)
  message(FATAL_ERROR "the package of the command holds headers")
endif()
execute_process(COMMAND dpkg-deb -f ${packages} Depends
  OUTPUT_VARIABLE depends COMMAND_ERROR_IS_FATAL ANY)
foreach(library libc6 libpcre2-16-0 libicu72)
  if(NOT depends MATCHES "${library}")
    message(FATAL_ERROR "does not depend on ${library}: ${depends}")
  endif()
endforeach()
execute_process(
  COMMAND ${root}/usr/bin/quoin compare
    ${SOURCE}/golden/en/foghorn/story.toml
  OUTPUT_VARIABLE out COMMAND_ERROR_IS_FATAL ANY)
if(NOT out MATCHES "comma inserted after 'radar'")
  message(FATAL_ERROR "the packaged command prints:\n${out}")
endif()
