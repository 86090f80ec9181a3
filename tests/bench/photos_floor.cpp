// The least that taking in a photograph can cost: read, SHA-256, scaled decode, area resize,
// encode, and both files and a log entry written in the vault's order with its syncs, by the
// same libraries, the same area resize and the same use of memory. usage: photo_floor JPEG FOLDER
// LONG_SIDE
#include <fcntl.h>
#include <openssl/evp.h>
#include <turbojpeg.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "base/heap.h"
#include "picture/pixels.h"

namespace {

void require(bool went_well, const char* doing) {
    if (!went_well) throw std::runtime_error(std::string("photo_floor: failed ") + doing);
}

std::string contents(const char* file) {
    std::ifstream in(file, std::ios::binary | std::ios::ate);
    std::string bytes(static_cast<std::size_t>(in.tellg()), '\0');
    in.seekg(0).read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    require(bool(in), "reading");
    return bytes;
}

void hash(const std::string& bytes) {
    unsigned char digest[EVP_MAX_MD_SIZE];
    require(EVP_Digest(bytes.data(), bytes.size(), digest, nullptr, EVP_sha256(), nullptr) == 1,
            "hashing");
}

ugoda::Pixels decoded(const std::string& jpeg, int long_side) {
    tjhandle codec = tjInitDecompress();
    const auto* bytes = reinterpret_cast<const unsigned char*>(jpeg.data());
    int width = 0, height = 0, sampling = 0, colours = 0;
    require(
        tjDecompressHeader3(codec, bytes, jpeg.size(), &width, &height, &sampling, &colours) == 0,
        "reading the header");
    tjscalingfactor factor{1, 8};
    while (factor.denom > 1 && TJSCALED(std::max(width, height), factor) < long_side)
        factor.denom /= 2;
    ugoda::Pixels picture =
        ugoda::make_pixels(TJSCALED(width, factor), TJSCALED(height, factor), 3);
    require(tjDecompress2(codec, bytes, jpeg.size(), picture.data.data(), picture.width, 0,
                          picture.height, TJPF_RGB, TJFLAG_ACCURATEDCT | TJFLAG_LIMITSCANS) == 0,
            "decoding");
    tjDestroy(codec);
    return picture;
}

std::string rendition(const std::string& jpeg, int long_side) {
    const ugoda::Pixels small = ugoda::shrink(decoded(jpeg, long_side), long_side);
    tjhandle codec = tjInitCompress();
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    require(tjCompress2(codec, small.data.data(), small.width, 0, small.height, TJPF_RGB, &bytes,
                        &size, TJSAMP_420, 88, TJFLAG_ACCURATEDCT) == 0,
            "encoding");
    std::string result(reinterpret_cast<const char*>(bytes), size);
    tjFree(bytes);
    tjDestroy(codec);
    return result;
}

void sync_folder(const std::string& folder) {
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY);
    require(handle >= 0 && ::fsync(handle) == 0 && ::close(handle) == 0, "syncing a folder");
}

/// Temporary name, sync, own name, sync of the folder.
void put(const std::string& folder, const std::string& name, const std::string& bytes) {
    const std::string temporary = folder + "/new";
    const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL, 0400);
    require(file >= 0 && ::write(file, bytes.data(), bytes.size()) == ssize_t(bytes.size()) &&
                ::fsync(file) == 0 && ::close(file) == 0,
            "writing");
    require(::rename(temporary.c_str(), (folder + "/" + name).c_str()) == 0, "renaming");
    sync_folder(folder);
}

}  // namespace

int main(int count, char** words) try {
    ugoda::use_large_pieces_of_memory();
    require(count == 4, "for want of arguments: JPEG FOLDER LONG_SIDE");
    const std::string original = contents(words[1]), folder = words[2];
    hash(original);
    const std::string small = rendition(original, std::stoi(words[3]));
    hash(small);
    put(folder, "original", original);
    put(folder, "rendition", small);
    // An entry: the database's journal, its pages, the two marks of how far the log goes.
    for (const char* name : {"journal", "pages", "mark-1", "mark-2"})
        put(folder, name, std::string(4096, 'e'));
    return 0;
} catch (const std::exception& problem) {
    std::cerr << problem.what() << '\n';
    return 1;
}
