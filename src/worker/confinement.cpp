#include "worker/confinement.h"

#include <malloc.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <cerrno>
#include <cstring>

#include "base/error.h"

namespace ugoda {

namespace {

/// Room for 60 megapixels three times over (planes, tiles, pixels: about 900 MB), and libraries.
constexpr rlim_t memory_bytes = 2ull << 30;
/// Sixty megapixels of HEIC take about 5 s here; the slowest computer we mean is eight times
/// slower.
constexpr rlim_t processor_seconds = 60;
/// Input, output and errors, which are open; the next one would be one too many.
constexpr rlim_t open_files = 3;

void hold(bool worked, const char* what) {
    if (!worked)
        throw Error(Fault::storage, "ugoda-worker",
                    std::string(what) + " cannot be limited (" + std::strerror(errno) + ")",
                    "run it on a system that lets a program limit itself");
}

void limit(__rlimit_resource resource, rlim_t most, const char* what) {
    const rlimit limits{
        most, most + (resource == RLIMIT_CPU ? 1 : 0)};  // a second to be told by a signal
    hold(::setrlimit(resource, &limits) == 0, what);
}

}  // namespace

void confine_this_process() {
    mallopt(M_ARENA_MAX, 1);  // each further one sets 64 MB of addresses aside
    hold(::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0, "what it may start");
    limit(RLIMIT_CORE, 0, "what it leaves behind");
    limit(RLIMIT_FSIZE, 0, "what it writes");
    limit(RLIMIT_CPU, processor_seconds, "its time");
#ifndef __SANITIZE_ADDRESS__  // which reserves terabytes of addresses and reads its own maps
    hold(::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0, "who may look at it");
    limit(RLIMIT_NOFILE, open_files, "what it opens");
    limit(RLIMIT_AS, memory_bytes, "its memory");
#endif
}

}  // namespace ugoda
