// The file of a high-water mark. The next mark is written over the one before last, which lies
// beside it as `high-water.next`, and then the two change names: a file that is neither made nor
// freed is synced several times faster.
#pragma once

#include <filesystem>
#include <string_view>

namespace ugoda {

class MarkFile {
  public:
    /// Finds room for `size` bytes in `file`.next, so that a full disk shows here. Throws
    /// Error(Fault::storage), as all of these.
    MarkFile(std::filesystem::path file, std::size_t size);
    ~MarkFile();
    MarkFile(const MarkFile&) = delete;
    MarkFile& operator=(const MarkFile&) = delete;

    /// Durable on return: no power cut brings back the mark before this one. Has to be so before
    /// the next is written, for it is written over that one.
    void settle() const;
    /// Writes the next mark, as many bytes as there is room for. On the disk on return.
    void write(std::string_view next) const;
    /// Makes the next mark the mark.
    void publish() const;

  private:
    std::filesystem::path file_, next_;
    int descriptor_;
};

}  // namespace ugoda
