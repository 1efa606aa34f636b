# SPDX-License-Identifier: Apache-2.0
# What `cmake --install` lays down: the command, the library with its headers,
# the grammars, and what find_package and pkg-config read.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(QUOIN_GRAMMARS_DIR ${CMAKE_INSTALL_DATADIR}/quoin/grammars)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/quoin)

install(TARGETS quoin-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR}
  COMPONENT runtime)
install(TARGETS quoin EXPORT quoinTargets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}/quoin
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.h")
install(DIRECTORY ${PROJECT_SOURCE_DIR}/grammars/
  DESTINATION ${QUOIN_GRAMMARS_DIR} COMPONENT runtime)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE
  DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT runtime)

install(EXPORT quoinTargets NAMESPACE quoin:: DESTINATION ${package_dir})
configure_package_config_file(cmake/quoinConfig.cmake.in quoinConfig.cmake
  INSTALL_DESTINATION ${package_dir} PATH_VARS QUOIN_GRAMMARS_DIR)
write_basic_package_version_file(quoinConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)  # before 1.0 a minor version may break
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/quoinConfig.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/quoinConfigVersion.cmake
  DESTINATION ${package_dir})

configure_file(cmake/quoin.pc.in quoin.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/quoin.pc
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
