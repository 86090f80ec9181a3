// Which programs change pictures.
#pragma once

#include <string>

namespace ugoda {

/// True when an EXIF Software value names an editor. Cameras and telephones write their
/// firmware there ("14.4.2"), so a value alone means nothing.
[[nodiscard]] bool is_editor(const std::string& software);

}  // namespace ugoda
