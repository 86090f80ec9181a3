#include "workflow/trail_paper.h"

#include <algorithm>

#include "audit/checkpoint.h"
#include "base/error.h"
#include "base/files.h"
#include "base/json_values.h"
#include "base/text.h"
#include "casefile/calendar.h"
#include "casefile/record_id.h"
#include "document/directives.h"
#include "document/labels.h"
#include "intake/answers.h"
#include "seal/sealing.h"
#include "workflow/record_content.h"
#include "workflow/trail_tables.h"

namespace ugoda {

namespace {

/// The same id that a dossier of the case has: which vault, which case.
std::string evidence_id(const Vault& vault, const std::string& number) { return vault.id().substr(0, 8) + "/" + number; }

void copy_answers(Json& answers, const Json& section, std::initializer_list<const char*> names) {
    for (const char* name : names)
        if (const std::string text = clean_answer(text_at(section, name)); !text.empty()) answers[name] = text;
}

/// The parties and what the complaint is about.
Json subject_of(const TrailSources& from) {
    Json answers = Json::object();
    const Json& sections = from.facts.entry.sections;
    const auto section = [&](const char* name) { return sections.value(name, Json::object()); };
    copy_answers(answers, from.vault.settings().value("salon", Json::object()),
                 {"salon_name", "salon_legal_form", "salon_address", "salon_registration", "salon_tax_id",
                  "salon_contact"});
    copy_answers(answers, section("client"), {"client_name", "client_address", "client_contact", "guardian_name"});
    if (!answers.contains("client_name")) answers["client_name"] = word(from.locale(), "not_shown");
    const Json& treatment = sections.contains("intake") ? section("intake") : section("treatment");
    copy_answers(answers, treatment, {"treatment_name", "treatment_date", "received_at"});
    if (!parse_date(text_at(answers, "treatment_date"))) answers.erase("treatment_date");
    const std::string received = with_seconds(text_at(answers, "received_at"));
    answers.erase("received_at");
    if (parse_rfc3339(received)) answers["received_at"] = exact_moment_text(received, from.locale());
    return answers;
}

/// Lists that are not empty; the others have no table.
void add_tables(Json& answers, const TrailSources& from) {
    const std::pair<const char*, Json> tables[] = {
        {"records_made", record_rows(from)},   {"copies_made", copy_rows(from)},
        {"signings", signing_rows(from)},      {"consents_shown", consent_rows(from)},
        {"findings_logged", finding_rows(from)}, {"decisions_logged", decision_rows(from)},
        {"witness_list", from.marks.rows()},   {"entries", entry_rows(from)},
        {"visit_entries", visit_entry_rows(from)},
        {"wordings_used", wording_rows(from)}, {"files_hashed", file_rows(from)},
        {"chain", chain_rows(from)},           {"withheld_list", withheld_rows(from)}};
    for (const auto& [name, rows] : tables)
        if (!rows.empty()) answers[name] = rows;
}

/// What this case has nothing of, said once.
std::string not_used(const Json& answers, const TrailSources& from) {
    std::string list;
    const auto add = [&](bool is_used, const char* key) {
        if (!is_used) list += (list.empty() ? "" : list_separator(from.locale())) + word(from.locale(), key);
    };
    add(from.marks.has_timestamp(), "unused_timestamp");
    add(from.marks.has_paper(), "unused_hand_over");
    add(answers.contains("signings"), "unused_signings");
    add(answers.contains("consents_shown"), "unused_consents");
    add(!from.facts.photos.empty(), "unused_photos");
    add(answers.contains("decisions_logged"), "unused_decisions");
    return list;
}

/// The log and the program, and how much of it is shown.
void add_certificate(Json& answers, const TrailSources& from, const Checkpoint& checkpoint) {
    const Locale& locale = from.locale();
    const auto& events = from.facts.events;
    answers["evidence_id"] = evidence_id(from.vault, from.facts.number);
    answers["case_number"] = from.facts.number;
    answers["is_visit"] = parse_case_number(from.facts.number)->is_visit;
    if (const std::string reference = clean_answer(text_at(from.facts.entry.sections.value("intake", Json::object()), "case_number"));
        !reference.empty())
        answers["reference_number"] = reference;
    answers["case_opened"] = exact_moment_text(from.facts.entry.opened, locale);
    if (from.facts.entry.closed) answers["case_closed"] = exact_moment_text(*from.facts.entry.closed, locale);
    answers["entries_count"] = events.size();
    answers["entries_span"] = exact_moment_text(to_rfc3339(events.front().header.time), locale) + " – " +
                              exact_moment_text(to_rfc3339(events.back().header.time), locale);
    answers["log_origin"] = checkpoint.origin;
    answers["log_size"] = checkpoint.size;
    answers["key_fingerprint"] = fingerprint(parse_verifier_key(from.vault.public_key())->public_bytes);
    answers["vault_id"] = from.vault.id();
    answers["time_zone"] = text_at(from.vault.settings(), "time_zone");
    answers["program"] = "ugoda " UGODA_VERSION;
    answers["paper_is_out"] = from.marks.has_paper();
    answers["timestamp_exists"] = from.marks.has_timestamp();
    if (const std::string list = not_used(answers, from); !list.empty()) answers["not_used"] = list;
}

/// Those that the reader gets, each with what covers it.
void add_photos(PaperContent& content, const TrailSources& from) {
    for (PrintedPhoto& photo : printed_photos(from.vault, from.facts.number))
        for (const PhotoEntry& entry : from.facts.photos) {
            if (entry.number != photo.number || from.facts.withheld.has(entry.rendition.sha256)) continue;
            for (const EventEntry& event : from.facts.events)
                if (event.header.seq == entry.seq) photo.witness = from.marks.in_words(event.header.seq);
            photo.image = content.images.size();
            content.images.push_back(from.vault.object(entry.rendition.sha256));
            content.photos.push_back(std::move(photo));
            break;
        }
}

/// Of files and of papers kept elsewhere.
void add_attachments(PaperContent& content, const TrailSources& from) {
    for (PrintedAttachment& attachment : printed_attachments(from.vault, from.facts.entry, Json::object())) {
        const auto is_it = [&](const auto& file) { return to_hex(file.original.sha256) == attachment.sha256; };
        const auto& photos = from.facts.photos;
        const auto& files = from.facts.attachments;
        if (!attachment.is_held || std::any_of(photos.begin(), photos.end(), is_it) ||
            std::any_of(files.begin(), files.end(), is_it))
            content.attachments.push_back(std::move(attachment));
    }
}

PageFrame frame_of(const Json& answers, const Locale& locale, const std::string& made) {
    PageFrame frame;
    frame.title = record_label(locale, "trail");
    frame.header = {word(locale, answers.at("is_visit") == true ? "trail_header_visit" : "trail_header", {{"case", text_at(answers, "case_number")},
                                                  {"id", text_at(answers, "evidence_id")}}),
                    word(locale, "trail_made", {{"made", made}})};
    frame.page_of = word(locale, "page_of", {{"page", "{page}"}, {"pages", "{pages}"}});
    frame.footer = word(locale, "footer", {{"salon", shortened(text_at(answers, "salon_name"), 120)},
                                           {"client", shortened(text_at(answers, "client_name"), 120)}});
    return frame;
}

}  // namespace

std::string make_trail_paper(const Vault& vault, const Resources& resources, const std::string& number,
                             const TrailPaperOptions& options, Instant now) {
    prepare_sealing();
    const Paper paper = load_paper(resources, "trail", options.locale.empty() ? text_at(vault.settings(), "locale")
                                                                              : options.locale);
    const TrailFacts facts = gather_trail_facts(vault, number, options.withheld);
    const EventWords words(paper, facts);
    const WitnessMarks marks(vault, facts, paper.locale);
    const TrailSources from{vault, paper, facts, words, marks};

    PaperContent content;
    content.checkpoint = vault.signed_checkpoint(vault.size());
    content.answers = subject_of(from);
    content.answers["reader"] = options.reader;
    add_tables(content.answers, from);
    add_certificate(content.answers, from, *parse_checkpoint(content.checkpoint));
    content.answers["made_at"] = exact_moment_text(to_rfc3339(now), paper.locale);
    content.answers["parts_withheld"] = content.answers.contains("withheld_list");
    add_photos(content, from);
    add_attachments(content, from);
    content.key_fingerprint = text_at(content.answers, "key_fingerprint");
    content.frame = frame_of(content.answers, paper.locale, text_at(content.answers, "made_at"));
    content.title = content.frame.title + " " + evidence_id(vault, number);
    content.made = now;
    return make_paper(paper, content, resources);
}

void write_trail_paper(const Workplace& workplace, const std::string& number, const std::string& locale,
                       const std::filesystem::path& file) {
    std::error_code failed;
    if (std::filesystem::exists(std::filesystem::symlink_status(file, failed)))
        throw Error(Fault::input, one_line(file.string()), "is there already", "name a file that is not there");
    const Vault vault = open_vault(workplace, Access::read);
    write_file_durably(file, make_trail_paper(vault, own_first(workplace), number, {locale, "complete", {}},
                                              current_time(vault, workplace)), 0600);
}

}  // namespace ugoda
