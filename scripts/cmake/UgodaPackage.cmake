# Where things lie once installed, and the Debian package made of that (scripts/package).
# The program looks for share/ugoda and lib/ugoda in the folder above its own.
set(debian ${CMAKE_SOURCE_DIR}/scripts/debian)
set(papers ${CMAKE_BINARY_DIR}/debian)

install(TARGETS ugoda DESTINATION bin)
install(TARGETS ugoda-worker ugoda-seal ugoda-zip ugoda-network DESTINATION lib/ugoda)
install(DIRECTORY forms templates DESTINATION share/ugoda)
install(FILES ${CMAKE_SOURCE_DIR}/src/dossier/verify.sh DESTINATION share/ugoda/dossier)
install(DIRECTORY samples DESTINATION share/ugoda
  FILES_MATCHING PATTERN *.json PATTERN *.toml PATTERN *.jpg PATTERN README.md)
install(DIRECTORY ${CMAKE_BINARY_DIR}/share/ugoda/fonts DESTINATION share/ugoda)
install(FILES ${CMAKE_BINARY_DIR}/share/ugoda/sRGB.icc DESTINATION share/ugoda)
install(FILES ${CMAKE_BINARY_DIR}/share/ugoda/dossier/verify.html DESTINATION share/ugoda/dossier)
install(FILES ${debian}/ugoda.bash DESTINATION share/bash-completion/completions RENAME ugoda)
install(FILES ${debian}/copyright DESTINATION share/doc/ugoda)
install(FILES ${debian}/lintian-overrides DESTINATION share/lintian/overrides RENAME ugoda)

# Debian keeps these two compressed, without the time of compressing in them.
file(MAKE_DIRECTORY ${papers})
configure_file(${debian}/changelog.in ${papers}/changelog.Debian @ONLY)
configure_file(${debian}/ugoda.1 ${papers}/ugoda.1 COPYONLY)
foreach(paper changelog.Debian ugoda.1)
  add_custom_command(OUTPUT ${papers}/${paper}.gz COMMAND gzip -9nfk ${papers}/${paper}
                     DEPENDS ${papers}/${paper} VERBATIM)
endforeach()
add_custom_target(ugoda_papers ALL DEPENDS ${papers}/changelog.Debian.gz ${papers}/ugoda.1.gz)
install(FILES ${papers}/changelog.Debian.gz DESTINATION share/doc/ugoda)
install(FILES ${papers}/ugoda.1.gz DESTINATION share/man/man1)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME ugoda)
set(CPACK_PACKAGE_CONTACT "Ugoda maintainers <maintainers@ugoda.example>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "settlements and their evidence for beauty and service salons")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"When a client of a salon complains, both settle in writing. Ugoda makes the
dated two-party documents as PDF in two copies, attaches photographs with
their times told apart by source, and keeps an audit index from which the
whole trail of a case can be pulled in a dispute and checked.
It runs offline, on the salon's one computer.")
include(CPack)
