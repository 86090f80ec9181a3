// The program that crash_test.cpp kills: `crash_worker create|append FOLDER STATE`. Each
// acknowledged change is one byte on standard output.
#include <unistd.h>

#include <cstdio>
#include <exception>
#include <string>

#include "small_vault.h"

using namespace ugoda;

namespace {

void acknowledge() { (void)!::write(STDOUT_FILENO, ".", 1); }

void append_twice(const std::string& folder, const Surroundings& surroundings) {
    Vault vault(folder, Access::write, surroundings);
    for (int i = 0; i < 2; ++i) {
        const ObjectRef object = vault.put("picture " + std::to_string(vault.size()), "original");
        vault.write([&](Writer& writer) {
            const std::string number = writer.next_case_number(2026);
            writer.append(opened(number));
            writer.append({"attachment.added", number, {{"number", 1}}, {object}, "s-1"});
        });
        acknowledge();
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) return 2;
    const std::string verb = argv[1], folder = argv[2];
    FakeClock clock;
    const Surroundings surroundings{argv[3], &clock, nullptr};
    try {
        if (verb == "create")
            Vault::create(folder, SmallVault::settings(), "s-1", surroundings);
        else
            append_twice(folder, surroundings);
        if (verb == "create") acknowledge();
    } catch (const std::exception& e) {
        std::fprintf(stderr, "%s\n", e.what());
        return 1;
    }
    return 0;
}
