// A folder of its own in memory (/dev/shm), gone when the benchmark is: what a disk adds is the
// disk's, and is measured where it is asked for.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace ugoda::bench {

class Folder {
  public:
    explicit Folder(const std::string& parent = "/dev/shm") {
        std::string name = parent + "/ugoda-bench-XXXXXX";
        if (::mkdtemp(name.data()) == nullptr)
            throw std::runtime_error(parent + ": no folder can be made there");
        path_ = name;
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const {
        return path_ / name;
    }

  private:
    std::filesystem::path path_;
};

}  // namespace ugoda::bench
