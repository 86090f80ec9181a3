// The frozen content of a record, and the copies made from it.
#pragma once

#include <string>
#include <vector>

#include "casefile/layout_map.h"
#include "document/render.h"
#include "seal/seal.h"
#include "workflow/record_content.h"

namespace ugoda {

/// A record's content: gathered, checked, its parts stored as objects when it is sound.
struct RecordContent {
    std::string case_number;
    RecordWording wording;
    Json answers;                      ///< assembled without the record's own number
    std::vector<PrintedPhoto> photos;
    std::vector<PrintedAttachment> attachments;
    std::vector<std::string> images;   ///< JPEG renditions, in the order of photos
    std::string reference;
    std::string hash;                  ///< 64 hex: content hash
    int likely_pages = 0;              ///< of a copy, once it was rehearsed
    Findings findings;
};

struct CopyBytes {
    int number = 1;
    std::string pdf;                   ///< PDF/A-1b; sealed, unless it is a draft
    LayoutMap map;
    std::vector<ClauseUse> clauses;
    Findings findings;
};

/// Reads the case, assembles and checks. Changes nothing.
[[nodiscard]] RecordContent gather_content(const Vault& vault, const CaseEntry& entry, RecordWording wording,
                                           const RecordRequest& request);

/// Makes answers, template, form and locale objects of the vault.
[[nodiscard]] std::vector<ObjectRef> store_content(Vault& vault, const RecordContent& content);

/// With what, and where, a record's copies are made.
struct Press {
    const Resources& resources;
    const Seal& seal;
    Timestamper timestamper{};  ///< none: seals without a trusted time
    Progress progress{};        ///< of "copies"
};

/// Every copy of a fixed record, sealed at the time it was fixed. The same arguments give the same
/// bytes but for those of the seals.
[[nodiscard]] std::vector<CopyBytes> render_copies(const Vault& vault, const RecordContent& content,
                                                   const RecordEntry& record, const std::string& checkpoint,
                                                   const Press& press);

/// One copy without number, codes and checkpoint, marked as a draft.
[[nodiscard]] CopyBytes render_draft(const RecordContent& content, const Resources& resources, Instant now);

/// Composes and sets a copy and throws it away: a wording that cannot be resolved or that fits on no
/// page throws Error(Fault::wording) here, before anything is logged.
[[nodiscard]] Findings rehearse(const Vault& vault, RecordContent& content, const Resources& resources,
                                Instant now);

}  // namespace ugoda
