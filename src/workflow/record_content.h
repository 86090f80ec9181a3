// What a record says, gathered from the case and frozen: the one object from which every
// copy can be rendered again. Its hash, with those of form, template and locale, is the
// record's content hash.
#pragma once

#include <string>

#include "base/finding.h"
#include "document/compose.h"
#include "intake/answers.h"
#include "workflow/record_wording.h"

namespace ugoda {

struct RecordRequest {
    std::string form;             ///< settlement
    std::string case_number;
    Json answers = Json::object();  ///< put over those of the case
    std::string locale;           ///< empty: the vault's
    bool is_draft = false;        ///< rules that are for the final text only are silent
};

/// Where the answers of one record of that case come from; the request's own lie on top.
[[nodiscard]] Sources gather_sources(const Vault& vault, const CaseEntry& entry,
                                     const RecordWording& wording, const RecordRequest& request);

/// Form's rules, amounts in words, law of the case against law of the wording.
[[nodiscard]] Findings check_answers(const CaseEntry& entry, const RecordWording& wording, const Json& answers);

/// Photographs and attachments of the case as they will be printed.
[[nodiscard]] std::vector<PrintedPhoto> printed_photos(const Vault& vault, const std::string& case_number);
[[nodiscard]] std::vector<PrintedAttachment> printed_attachments(const Vault& vault, const CaseEntry& entry,
                                                                 const Json& answers);

/// A warning for each attachment number that the answers name and the case lacks.
[[nodiscard]] Findings check_attachments(const std::vector<PrintedAttachment>& printed,
                                         const RecordWording& wording, const Json& answers);

[[nodiscard]] Json to_json(const PrintedPhoto& photo);
[[nodiscard]] Json to_json(const PrintedAttachment& attachment);

/// Numbers that the case file brought along, joined: "REK/2026/014; UG/2026/007".
[[nodiscard]] std::string brought_numbers(const CaseEntry& entry, const Form& form);

}  // namespace ugoda
