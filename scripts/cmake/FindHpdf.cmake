# libharu, which brings neither a pkg-config nor a CMake file. Gives Hpdf::hpdf.
find_path(Hpdf_INCLUDE_DIR hpdf.h)
find_library(Hpdf_LIBRARY hpdf)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Hpdf REQUIRED_VARS Hpdf_LIBRARY Hpdf_INCLUDE_DIR)
if(Hpdf_FOUND AND NOT TARGET Hpdf::hpdf)
  add_library(Hpdf::hpdf UNKNOWN IMPORTED GLOBAL)
  set_target_properties(Hpdf::hpdf PROPERTIES IMPORTED_LOCATION ${Hpdf_LIBRARY}
                        INTERFACE_INCLUDE_DIRECTORIES ${Hpdf_INCLUDE_DIR})
endif()
