// ugoda-worker: opens bytes that libraries are known to choke on, so that the program itself never
// has to. Reads one request from standard input, writes one answer, and ends.
#include <unistd.h>

#include <exception>

#include "base/heap.h"
#include "worker/confinement.h"
#include "worker/serve.h"

int main() {
    // Pictures are planes and tiles of megabytes, made and thrown away.
    ugoda::use_large_pieces_of_memory();
    try {
        ugoda::confine_this_process();
        return ugoda::serve(STDIN_FILENO, STDOUT_FILENO);
    } catch (const std::exception&) {
        return 1;
    }
}
