#include <unistd.h>

#include <iostream>

#include "base/heap.h"
#include "cli/program.h"

int main(int count, char** words) {
    ugoda::use_large_pieces_of_memory();
    return ugoda::run_program({words + 1, words + count}, std::cout, std::cerr, {},
                              ::isatty(STDERR_FILENO) == 1 ? ugoda::Watcher::terminal : ugoda::Watcher::nobody);
}
