// Template and answers to blocks: which clauses, their numbers, what each answer looks
// like in the language of the document. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/json.h"
#include "casefile/form.h"
#include "casefile/photo.h"
#include "document/block.h"
#include "document/locale.h"

namespace ugoda {

/// A photograph to be shown on the photo sheet.
struct PrintedPhoto {
    int number = 0;                        ///< within the case, from 1
    std::string phase;                     ///< before, after, followup
    std::size_t image = 0;                 ///< index of its rendition among the writer's images
    int width_px = 0, height_px = 0;       ///< of the rendition
    PhotoFacts facts;                      ///< of the original
    std::string received;                  ///< RFC 3339, when the program took it in
    std::optional<std::string> stated_at;  ///< RFC 3339, as somebody stated it
    std::string stated_source;             ///< exif, salon_clock, client_statement, document_date
    std::string taken_by;
    std::string sha256;                    ///< hex, of the original bytes
    int attachment_no = 0;                 ///< 0: none
    std::string witness{};                 ///< what covers it, in words; empty: not told here
};

/// A line of the list of attachments.
struct PrintedAttachment {
    int number = 0;
    std::string kind, title, author;
    std::string made_at;                   ///< RFC 3339 or empty: not known
    std::string time_source;
    int pages = 0;                         ///< 0: not known
    std::string sha256;                    ///< hex; empty: not known
    bool is_held = true;                   ///< false: kept elsewhere, we have not seen its bytes
};

struct Composition {
    const Form& form;
    const Json& answers;                   ///< assembled, with derived truths as booleans
    std::vector<PrintedPhoto> photos{};
    std::vector<PrintedAttachment> attachments{};
    std::string record{};                    ///< SET-2026-0007; "" on a draft
    int version = 1;
    std::string replaces{};                  ///< when the version it corrects was made, "" if the first
    std::string reference{};                 ///< numbers the case file brought along
    int copy = 1, copies = 2;
    int pages = 1;                         ///< as known from the last round of layout
    std::string issued_at{};                 ///< RFC 3339
    std::string checkpoint{};                ///< C2SP note bytes; "" on a draft
    std::string key_fingerprint{};
    bool is_draft = false;
    bool wants_initials = true;              ///< below the photographs
};

struct ClauseUse {
    std::string id;    ///< PL-S-12
    std::string tag;   ///< STD, LAWYER, OPT, OPT-LAWYER
};

struct Composed {
    std::vector<Block> blocks;
    PageFrame frame;
    std::string document_title;            ///< for the PDF's information dictionary
    std::vector<ClauseUse> clauses;        ///< in printed order
    Findings findings;                     ///< characters printed by name, and the like
};

/// `template_source` is the text of templates/<locale>/<form>.md. Throws
/// Error(Fault::wording), naming clause and tag, when something cannot be resolved:
/// nothing is printed with a placeholder left in it.
[[nodiscard]] Composed compose(const std::string& template_source, const Locale& locale,
                               const Composition& what);

}  // namespace ugoda
