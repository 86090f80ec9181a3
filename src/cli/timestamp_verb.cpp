#include <CLI/CLI.hpp>

#include "base/error.h"
#include "base/text.h"
#include "cli/command_line.h"
#include "workflow/name_authority.h"
#include "workflow/stamp_log.h"

namespace ugoda {

namespace {

struct TimestampOptions {
    std::string authority, certificates;
    bool renews = false;
};

ExitCode run_name_authority(const TimestampOptions& options, const Session& session) {
    if (options.renews) throw Error(Fault::usage, "--renew", "does not go with --authority", "name the authority first, then renew");
    const bool is_new = name_authority(session.workplace(), {options.authority, options.certificates});
    const ExitCode code = conclude({{"authority", options.authority}, {"accepted", is_new}}, {}, session);
    if (!session.is_json)
        session.out << (is_new ? "timestamps come from " : "timestamps come already from ") << one_line(options.authority) << '\n';
    return code;
}

void print(const Stamping& made, std::ostream& out) {
    if (!made.is_new) return;
    out << one_line(made.time) << "  " << one_line(made.authority) << ", over " << made.size << " events; can be checked until "
        << made.until.substr(0, 10) << '\n';
    if (made.renewed > 0) out << "renews " << made.renewed << (made.renewed == 1 ? " timestamp" : " timestamps") << '\n';
}

ExitCode run_timestamp(const TimestampOptions& options, const Session& session) {
    if (!options.authority.empty()) return run_name_authority(options, session);
    if (!options.certificates.empty())
        throw Error(Fault::usage, "--ca", "goes with --authority", "name the authority it is for, too");
    const Stamping made = stamp_log(session.workplace(), options.renews);
    Json value = {{"stamped", made.is_new}, {"size", made.size}};
    if (made.is_new)
        value.update({{"time", made.time}, {"authority", made.authority}, {"authority_until", made.until}, {"renewed", made.renewed}});
    const ExitCode code = conclude(value, made.findings, session);
    if (!session.is_json) print(made, session.out);
    return code;
}

}  // namespace

void add_timestamp_verb(CommandLine& line) {
    const auto asked = std::make_shared<TimestampOptions>();
    CLI::App* timestamp = line.verb(line.app(), "timestamp", "a trusted timestamp (RFC 3161) over everything logged so far",
                                    [asked](const Session& session) { return run_timestamp(*asked, session); });
    timestamp->add_option("--authority", asked->authority, "name the authority to ask from now on, an http or https address");
    timestamp->add_option("--ca", asked->certificates, "certificates that its own must lead to, PEM; without: the system's");
    timestamp->add_flag("--renew", asked->renews, "one more, under which the older ones stand longer");
}

}  // namespace ugoda
