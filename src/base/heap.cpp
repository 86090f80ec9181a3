#include "base/heap.h"

#include <malloc.h>
#include <sys/mman.h>

#include <cstdint>
#include <cstdlib>

namespace ugoda {

void use_large_pieces_of_memory() {
    constexpr int piece = 32 << 20, never = 1 << 30;
    constexpr std::uintptr_t large_page = 2 << 20;
    ::mallopt(M_TOP_PAD, piece);
    ::mallopt(M_TRIM_THRESHOLD, never);
    ::mallopt(M_MMAP_THRESHOLD, piece);
    void* const first = std::malloc(large_page);  // the heap grows by a piece
    const auto begin = (reinterpret_cast<std::uintptr_t>(first) | (large_page - 1)) + 1;
    ::madvise(reinterpret_cast<void*>(begin), piece - large_page, MADV_HUGEPAGE);
    std::free(first);
}

}  // namespace ugoda
