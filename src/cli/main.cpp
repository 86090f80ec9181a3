#include <iostream>

#include "cli/program.h"

int main(int count, char** words) {
    return ugoda::run_program({words + 1, words + count}, std::cout, std::cerr, {});
}
