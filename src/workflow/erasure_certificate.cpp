#include "workflow/erasure_certificate.h"

#include <algorithm>

#include "audit/checkpoint.h"
#include "base/error.h"
#include "base/files.h"
#include "base/text.h"
#include "document/render.h"
#include "intake/answers.h"
#include "seal/sealing.h"
#include "workflow/record_wording.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

/// A row for each kind of thing in each case or visit.
Json rows_of(const std::vector<HeldItem>& items, bool with_ground) {
    Json rows = Json::array();
    for (const HeldItem& item : items) {
        Json row = {{"number", item.number}, {"category", item.category}};
        if (with_ground) row["ground"] = to_string(item.ground);
        if (with_ground && !item.until.empty()) row["until"] = item.until;
        if (std::find(rows.begin(), rows.end(), row) == rows.end()) rows.push_back(row);
    }
    return rows;
}

Json answers_of(const RecordWording& wording, const Vault& vault, const Erased& erased, const std::string& client) {
    const std::string locale = wording.locale.name;
    Json told = {{"erased_at", erased.on}, {"gone", rows_of(erased.gone, false)}};
    if (!erased.staying.empty()) told["staying"] = rows_of(erased.staying, true);
    if (!client.empty()) told["client_name"] = client;
    Sources sources;
    sources.sections = {{"erasure", told},
                        {"salon", vault.settings().value("salon", Json::object())},
                        {"file", {{"jurisdiction", locale.substr(3)}}}};
    return derive(wording.form, assemble(wording.form, sources));
}

std::string copy_bytes(const RecordWording& wording, const Vault& vault, const Workplace& workplace, const Erased& erased, int copy) {
    const Json answers = answers_of(wording, vault, erased, copy == 2 ? erased.plan.client : "");
    Composition what{.form = wording.form, .answers = answers};
    for (const std::string& number : erased.plan.numbers()) what.record += (what.record.empty() ? "" : ", ") + number;
    what.copy = copy;
    what.copies = wording.form.copies;
    what.issued_at = erased.on;
    what.checkpoint = vault.signed_checkpoint(vault.size());
    what.key_fingerprint = fingerprint(parse_verifier_key(vault.public_key())->public_bytes);
    const FontSet fonts(workplace.resources.fonts());
    return naming_file(wording.template_file, [&] {
        const Rendered rendered = render(wording.template_source, wording.locale, what, fonts, {}, std::nullopt);
        return archival(rendered.pdf, {wording.locale.name, workplace.resources.folder / "sRGB.icc"});
    });
}

}  // namespace

void prepare_certificate(const fs::path& out) {
    std::error_code failed;
    if (!fs::is_directory(out, failed))
        throw Error(Fault::input, one_line(out.string()), "is not a folder", "make it first, or choose another with --out");
    prepare_sealing();
}

std::vector<fs::path> write_certificate(const Vault& vault, const Workplace& workplace, const Erased& erased, const fs::path& out) {
    const RecordWording wording = load_certificate(own_first(workplace), "erasure", text_at(vault.settings(), "locale"));
    std::vector<fs::path> files;
    for (const int copy : {1, 2}) {
        // Never over another: the time tells erasures apart.
        std::string moment = erased.on.substr(0, 19);
        std::erase_if(moment, [](char c) { return c == ':' || c == '-'; });
        files.push_back(out / ("erasure-" + moment + "_" + std::to_string(copy) + "of2.pdf"));
        write_file_durably(files.back(), copy_bytes(wording, vault, workplace, erased, copy), 0600);
    }
    return files;
}

}  // namespace ugoda
