// The form, the locale and the template of a record, as they are today: the salon's own from its
// vault's folder, else the program's.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/finding.h"
#include "casefile/form.h"
#include "document/locale.h"
#include "document/wording.h"
#include "workflow/workplace.h"

namespace ugoda {

/// Everything needed to render, read once.
struct RecordWording {
    Form form;
    Locale locale;
    std::string template_source;
    std::filesystem::path form_file, template_file;  ///< where they were read
    /// False: the salon's own, and not the text that comes with the program.
    bool is_shipped = true;
};

/// Throws Error(Fault::input) for a form, locale or template that does not exist, naming
/// those that do; Error(Fault::wording), naming the file, for one that cannot be used.
[[nodiscard]] RecordWording load_wording(const Resources& resources, const std::string& form,
                                         const std::string& locale);

/// The same for a certificate, which is no record and stands in the folder `certificates` of both.
[[nodiscard]] RecordWording load_certificate(const Resources& resources, const std::string& form, const std::string& locale);

/// The names of all forms, in order.
[[nodiscard]] std::vector<std::string> form_names(const Resources& resources);

/// Throws as load_wording does.
[[nodiscard]] Form load_form(const Resources& resources, const std::string& name);

/// The sections of a case file that some form answers from.
[[nodiscard]] std::set<std::string> form_sections(const Resources& resources);

/// A warning naming the clauses tagged for a lawyer, among those `record` printed, when
/// vault.toml holds no approval of this text. One by version speaks of the text that comes with
/// the program; a salon's own is approved by the fingerprint of its file.
/// A clause that `approvals` (contents of `clause.approved`) hold with its present text is approved too.
[[nodiscard]] Findings unapproved_clauses(const Json& settings, const std::vector<Json>& approvals,
                                          const RecordWording& wording, const RecordEntry& record);

/// SHA-256 of a clause's text, 64 hex: what an approval speaks of.
[[nodiscard]] std::string clause_fingerprint(const Clause& clause);

/// Runs `work`. Whoever reads a wording knows the clause or the condition; people need to know
/// the file too.
template <typename Work>
auto naming_file(const std::filesystem::path& file, Work work) -> decltype(work()) {
    try {
        return work();
    } catch (const Error& error) {
        if (error.fault() != Fault::wording || std::filesystem::path(error.where()).is_absolute()) throw;
        throw Error(Fault::wording, file.string() + ": " + error.where(), error.text(), error.remedy());
    }
}

}  // namespace ugoda
