# share/ugoda in the build folder: what the program looks for beside itself. Fonts are built,
# verify.html is joined, the colour profile is copied, forms and templates are links into the sources.
find_program(UGODA_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)

set(share ${CMAKE_BINARY_DIR}/share/ugoda)
set(noto /usr/share/fonts/truetype/noto)
set(font_pairs DejaVuSans=/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf)
foreach(name NotoSerif-Regular NotoSerif-Bold NotoSerif-Italic NotoSans-Regular NotoSans-Bold)
  list(APPEND font_pairs ${name}=${noto}/${name}.ttf)
endforeach()

set(font_sources)
set(font_files)
foreach(pair ${font_pairs})
  string(REGEX MATCH "^([^=]+)=(.+)$" matched ${pair})
  list(APPEND font_sources ${CMAKE_MATCH_2})
  list(APPEND font_files ${share}/fonts/${CMAKE_MATCH_1}.ttf ${share}/fonts/${CMAKE_MATCH_1}.widths)
endforeach()
add_custom_command(OUTPUT ${font_files}
  COMMAND ${UGODA_PYTHON} ${CMAKE_SOURCE_DIR}/scripts/build_fonts.py ${share}/fonts ${font_pairs}
  DEPENDS ${CMAKE_SOURCE_DIR}/scripts/build_fonts.py ${font_sources}
  COMMENT "Building fonts" VERBATIM)

set(profile /usr/share/color/icc/sRGB.icc)
add_custom_command(OUTPUT ${share}/sRGB.icc
  COMMAND ${CMAKE_COMMAND} -E copy ${profile} ${share}/sRGB.icc
  DEPENDS ${profile} VERBATIM)

file(MAKE_DIRECTORY ${share}/dossier)
foreach(folder forms templates)
  file(CREATE_LINK ${CMAKE_SOURCE_DIR}/${folder} ${share}/${folder} SYMBOLIC)
endforeach()

# What lies in share/dossier goes into every dossier: a script, and a page joined out of its parts.
file(CREATE_LINK ${CMAKE_SOURCE_DIR}/src/dossier/verify.sh ${share}/dossier/verify.sh SYMBOLIC)
set(page ${CMAKE_SOURCE_DIR}/src/dossier/html)
add_custom_command(OUTPUT ${share}/dossier/verify.html
  COMMAND ${UGODA_PYTHON} ${page}/join.py ${share}/dossier/verify.html ${CMAKE_BINARY_DIR}/verify.html.d
  DEPENDS ${page}/join.py DEPFILE ${CMAKE_BINARY_DIR}/verify.html.d
  COMMENT "Joining verify.html" VERBATIM)

add_custom_target(ugoda_resources ALL DEPENDS ${font_files} ${share}/sRGB.icc ${share}/dossier/verify.html)
