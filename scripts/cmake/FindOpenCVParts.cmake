# Finds single OpenCV modules: find_package(OpenCVParts REQUIRED COMPONENTS core imgproc)
# gives opencv::core, opencv::imgproc. Debian keeps OpenCV's own CMake files in libopencv-dev,
# which brings every module and about 140 libraries; the small -dev packages have none.
include(FindPackageHandleStandardArgs)

foreach(part ${OpenCVParts_FIND_COMPONENTS})
  find_path(OPENCV_${part}_INCLUDE_DIR opencv2/${part}.hpp PATH_SUFFIXES opencv4)
  find_library(OPENCV_${part}_LIBRARY opencv_${part})
  mark_as_advanced(OPENCV_${part}_INCLUDE_DIR OPENCV_${part}_LIBRARY)
  if(OPENCV_${part}_INCLUDE_DIR AND OPENCV_${part}_LIBRARY)
    set(OpenCVParts_${part}_FOUND TRUE)
    if(NOT TARGET opencv::${part})
      add_library(opencv::${part} UNKNOWN IMPORTED)
      set_target_properties(opencv::${part} PROPERTIES
        IMPORTED_LOCATION ${OPENCV_${part}_LIBRARY}
        INTERFACE_INCLUDE_DIRECTORIES ${OPENCV_${part}_INCLUDE_DIR})
    endif()
  endif()
endforeach()

find_package_handle_standard_args(OpenCVParts HANDLE_COMPONENTS
  REQUIRED_VARS OPENCV_core_LIBRARY OPENCV_core_INCLUDE_DIR)
