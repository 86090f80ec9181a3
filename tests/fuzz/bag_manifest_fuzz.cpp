// A bag's manifests, and the list of what is withheld.
#include "dossier/bag_source.h"
#include "dossier/manifest.h"
#include "dossier/withheld.h"
#include "fuzz/contract.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace ugoda;
    const std::string_view text = fuzz::text_of(data, size);
    fuzz::must_end_well([&] {
        if (const auto manifest = parse_manifest(text)) {
            for (const auto& [path, hash] : *manifest)
                fuzz::must(is_bag_path(path) && ("/" + path + "/").find("/../") == std::string::npos && path.front() != '/');
            fuzz::must(parse_manifest(to_text(*manifest)) == manifest);
        }
        if (const auto absences = parse_absences(text)) fuzz::must(to_text(*absences) == text);
    });
    return 0;
}
