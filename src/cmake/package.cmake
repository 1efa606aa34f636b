# SPDX-License-Identifier: Apache-2.0
# The manual and the completions, which the program writes from its own option
# tree, and the Debian package: cpack -G DEB in the build folder.

set(generated_dir ${CMAKE_CURRENT_BINARY_DIR}/generated)
file(MAKE_DIRECTORY ${generated_dir})
set(manual ${generated_dir}/quoin.1.gz)
add_custom_command(OUTPUT ${manual}
  COMMAND quoin-cli gen man > ${generated_dir}/quoin.1
  COMMAND gzip -9nf ${generated_dir}/quoin.1
  DEPENDS quoin-cli COMMENT "Writing the manual" VERBATIM)
set(generated_files ${manual})
foreach(shell bash zsh fish)
  set(completions ${generated_dir}/quoin.${shell})
  add_custom_command(OUTPUT ${completions}
    COMMAND quoin-cli gen ${shell} > ${completions}
    DEPENDS quoin-cli COMMENT "Writing completions for ${shell}" VERBATIM)
  list(APPEND generated_files ${completions})
endforeach()
add_custom_target(quoin-manual ALL DEPENDS ${generated_files})

install(FILES ${manual} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1
  COMPONENT runtime)
install(FILES ${generated_dir}/quoin.bash RENAME quoin COMPONENT runtime
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${generated_dir}/quoin.zsh RENAME _quoin COMPONENT runtime
  DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${generated_dir}/quoin.fish COMPONENT runtime
  DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

if(PROJECT_IS_TOP_LEVEL)
  set(CPACK_GENERATOR DEB)
  set(CPACK_PACKAGE_NAME quoin)
  set(CPACK_PACKAGE_VENDOR "The quoin maintainers")
  set(CPACK_PACKAGE_CONTACT "The quoin maintainers <maintainers@quoin.invalid>")
  set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
  set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
  set(CPACK_STRIP_FILES ON)
  # The command alone: whoever builds against the library has it as source.
  set(CPACK_COMPONENTS_ALL runtime)
  set(CPACK_DEB_COMPONENT_INSTALL ON)
  set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME quoin)
  set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
  set(CPACK_DEBIAN_PACKAGE_SECTION text)
  set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)  # what it needs, from what it links
  include(CPack)
endif()
