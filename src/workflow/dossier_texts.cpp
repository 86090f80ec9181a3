#include "workflow/dossier_texts.h"


#include "base/base64.h"
#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "workflow/event_words.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

constexpr const char* readme_name = "dossier_readme.txt";
constexpr std::uintmax_t longest_text = 1u << 20;

/// `{{name}}` becomes what it is called; an unknown name is the wording's mistake.
std::string filled(const std::string& text, const std::map<std::string, std::string>& names, const fs::path& file) {
    std::string out;
    for (std::size_t at = 0;;) {
        const auto open = text.find("{{", at), close = text.find("}}", open);
        out += text.substr(at, open - at);
        if (open == std::string::npos || close == std::string::npos) return out;
        const auto found = names.find(text.substr(open + 2, close - open - 2));
        if (found == names.end())
            throw Error(Fault::wording, file.string(), "names something that a dossier does not have",
                        "use one of its own names");
        out += found->second;
        at = close + 2;
    }
}

/// In the words of the trail, if its language has them.
std::string reader_label(const Resources& resources, const Contents& contents) {
    return label_of(load_paper(resources, "trail", contents.language).locale, "reader", contents.reader);
}

std::string readme(const Vault& vault, const Contents& contents, const Workplace& workplace) {
    const Shelf templates = own_first(workplace).templates();
    const std::string own = contents.language + "/" + readme_name;
    const fs::path file = templates.file(templates.has(own) ? own : std::string("en-GB/") + readme_name);
    const Checkpoint checkpoint = parse_checkpoint(contents.checkpoint).value();
    return filled(read_file(file, longest_text, Fault::wording),
                  {{"case", contents.case_number},
                   {"salon", one_line(text_at(vault.settings().value("salon", Json::object()), "salon_name"))},
                   {"made", contents.made},
                   {"reader", reader_label(own_first(workplace), contents)},
                   {"size", std::to_string(checkpoint.size)},
                   {"root", to_base64(bytes_of(checkpoint.root))},
                   {"origin", contents.origin},
                   {"key", to_hex(std::string_view(contents.keys.back().key.id))},
                   {"fingerprint", fingerprint(contents.keys.back().key.public_bytes)}},
                  file);
}

}  // namespace

std::string language_of(const Vault& vault, const CaseEntry& entry) {
    // The languages of the wordings that come with the program; a case may be in another.
    static const std::map<std::string, std::string> locales = {
        {"pl", "pl-PL"}, {"it", "it-IT"}, {"es", "es-ES"}, {"el", "el-GR"}, {"en", "en-GB"}};
    const auto found = locales.find(text_at(entry.about, "language"));
    return found != locales.end() ? found->second : text_at(vault.settings(), "locale");
}

BagExtras extras_of(const Vault& vault, const Contents& contents, const Workplace& workplace) {
    BagExtras extras;
    extras.progress = workplace.progress;
    extras.organization = one_line(text_at(vault.settings().value("salon", Json::object()), "salon_name"));
    const fs::path checkers = workplace.resources.folder / "dossier";
    std::error_code missing;
    for (const auto& checker : fs::directory_iterator(checkers, missing))
        extras.top[checker.path().filename().string()] = read_file(checker.path(), longest_text, Fault::storage);
    if (!extras.top.contains("verify.sh"))
        throw Error(Fault::storage, (checkers / "verify.sh").string(), "is not there", "install ugoda again");
    extras.top["README.txt"] = readme(vault, contents, workplace);
    return extras;
}

}  // namespace ugoda
