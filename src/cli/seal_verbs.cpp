#include <CLI/CLI.hpp>
#include <memory>

#include "base/text.h"
#include "cli/command_line.h"
#include "workflow/seals.h"

namespace ugoda {

namespace {

std::string day_of(std::int64_t seconds) { return to_rfc3339({seconds, 0}).substr(0, 10); }

void print(const SealInfo& seal, std::ostream& out) {
    const CertificateFacts& facts = seal.certificates.front();
    out << "seal since " << short_time(seal.entry.time) << " (event " << seal.entry.seq << ")\n"
        << "  certificate of: " << brief(facts.subject) << '\n'
        << "  issued by: " << (facts.is_self_made ? "nobody else: it is self-made, no authority stands behind it" : brief(facts.issuer))
        << '\n'
        << "  key: " << facts.key << ", in force from " << day_of(facts.from) << " until " << day_of(facts.until) << '\n'
        << "  fingerprint (SHA-256): " << facts.fingerprint << '\n';
}

ExitCode print_seals(const std::vector<SealInfo>& seals, const Session& session) {
    if (session.is_json) {
        Json earlier = Json::array();
        for (std::size_t i = 0; i + 1 < seals.size(); ++i) earlier.push_back(to_json(seals[i]));
        return conclude({{"seal", seals.empty() ? Json() : to_json(seals.back())}, {"earlier", earlier}}, {}, session);
    }
    if (seals.empty()) session.err << "no seal yet; run `ugoda seal new`\n";
    for (auto seal = seals.rbegin(); seal != seals.rend(); ++seal) print(*seal, session.out);
    return ExitCode::done;
}

ExitCode report(const SealInfo& seal, const Session& session) {
    if (session.is_json) return conclude({{"seal", to_json(seal)}}, {}, session);
    print(seal, session.out);
    return ExitCode::done;
}

}  // namespace

void add_seal_verbs(CommandLine& line) {
    CLI::App* seals = line.group("seal", "with what the papers are sealed");
    line.verb(*seals, "show", "the seal in use, and those before it",
              [](const Session& session) { return print_seals(list_seals(session.workplace()), session); });
    line.verb(*seals, "new", "put one made by the program in place of the present one; papers sealed before stay good",
              [](const Session& session) { return report(renew_seal(session.workplace()), session); });
    struct Options {
        std::string file, passphrase_file;
    };
    auto options = std::make_shared<Options>();
    CLI::App* import = line.verb(*seals, "import", "put the salon's own in place of the present one", [options](const Session& session) {
        return report(import_seal(session.workplace(), options->file, options->passphrase_file), session);
    });
    import->add_option("FILE", options->file, "key and certificate: .p12 or .pfx (PKCS #12)")->required();
    import->add_option("--passphrase-file", options->passphrase_file, "file with the passphrase that FILE is locked with");
}

}  // namespace ugoda
