#include "workflow/copies.h"

#include <future>

#include "audit/checkpoint.h"
#include "base/json_values.h"
#include "document/amount_words.h"
#include "intake/answers.h"
#include "seal/sealing.h"
#include "workflow/places_to_sign.h"

namespace ugoda {

namespace {

/// The object from which, with template, form and locale, all copies can be made again.
Json content_object(const RecordContent& content) {
    Json photos = Json::array(), attachments = Json::array();
    for (const PrintedPhoto& photo : content.photos) photos.push_back(to_json(photo));
    for (const PrintedAttachment& attachment : content.attachments) attachments.push_back(to_json(attachment));
    return {{"v", 1},
            {"case", content.case_number},
            {"form", content.wording.form.name},
            {"locale", content.wording.locale.name},
            {"answers", content.answers},
            {"photos", photos},
            {"attachments", attachments},
            {"reference", content.reference}};
}

/// Answers, template, form and locale by role.
std::vector<std::pair<std::string, std::string>> parts_of(const RecordContent& content) {
    return {{"answers", canonical_json(content_object(content))},
            {"template", content.wording.template_source},
            {"form", content.wording.form.source},
            {"locale", content.wording.locale.sources}};
}

Json with_number(const Form& form, Json answers, const std::string& record) {
    for (const Field& field : form.fields)
        for (const Source& source : field.from)
            if (source.path == "record.id" && !record.empty()) answers[field.name] = record;
    return answers;
}

Composition composition(const RecordContent& content, const Json& answers) {
    return {.form = content.wording.form,
            .answers = answers,
            .photos = content.photos,
            .attachments = content.attachments,
            .reference = content.reference,
            .copies = content.wording.form.copies,
            .pages = content.likely_pages};
}

/// What copy `number` of `record` has beyond the content.
Composition copy_of(const RecordEntry& record, int number, Composition what, const Vault& vault,
                    const std::string& checkpoint) {
    what.record = record.id;
    what.version = record.version;
    what.replaces = text_at(record.fixed.value("replaces", Json::object()), "time");
    what.copy = number;
    what.issued_at = record.fixed_time;
    what.checkpoint = checkpoint;
    what.key_fingerprint = fingerprint(parse_verifier_key(vault.public_key())->public_bytes);
    return what;
}

PageCode code_of(const RecordEntry& record, const Composition& what, const Vault& vault) {
    return {vault.id().substr(0, 8), record.id, record.version, what.copy, what.copies, 1, 1,
            record.content_hash.substr(0, 16)};
}

PdfaOptions archival_options(const RecordContent& content, const Resources& resources) {
    return {content.wording.locale.name, resources.folder / "sRGB.icc"};
}

CopyBytes copy_from(Rendered rendered, int number, std::string pdf) {
    return {number, std::move(pdf), std::move(rendered.map), std::move(rendered.clauses), std::move(rendered.findings)};
}

/// The form's answers, what goes with them, and all that is wrong.
void answer(RecordContent& content, const Vault& vault, const CaseEntry& entry, const RecordRequest& request) {
    const RecordWording& wording = content.wording;
    const Sources sources = gather_sources(vault, entry, wording, request);
    content.answers = derive(wording.form, assemble(wording.form, sources));
    content.photos = printed_photos(vault, entry.number);
    content.attachments = printed_attachments(vault, entry, content.answers);
    content.reference = brought_numbers(entry, wording.form);
    content.findings = check_answers(entry, wording, with_number(wording.form, content.answers, "–"));
    append(content.findings, check_attachments(content.attachments, wording, content.answers));
    append(content.findings, unused_answers(wording.form, sources));
}

}  // namespace

RecordContent gather_content(const Vault& vault, const CaseEntry& entry, RecordWording wording, const RecordRequest& request) {
    RecordContent content;
    content.case_number = entry.number;
    content.wording = std::move(wording);
    if (request.is_draft) std::erase_if(content.wording.form.rules, [](const Rule& rule) { return rule.final_only; });
    naming_file(content.wording.form_file, [&] { answer(content, vault, entry, request); });
    if (worst(content.findings) == Level::stop) return content;
    for (const Field& field : content.wording.form.fields)
        if (const auto words = words_for(field, content.answers, content.wording.locale))
            content.answers[field.name] = *words;
    for (const PhotoEntry& photo : vault.photos(entry.number))
        content.images.push_back(vault.object(photo.rendition.sha256));
    Json hashes = Json::object();
    for (const auto& [role, bytes] : parts_of(content)) hashes[role] = to_hex(sha256(bytes));
    content.hash = to_hex(sha256(canonical_json(hashes)));
    return content;
}

std::vector<ObjectRef> store_content(Vault& vault, const RecordContent& content) {
    std::vector<ObjectRef> objects;
    for (const auto& [role, bytes] : parts_of(content)) objects.push_back(vault.put(bytes, role));
    return objects;
}

std::vector<CopyBytes> render_copies(const Vault& vault, const RecordContent& content, const RecordEntry& record,
                                     const std::string& checkpoint, const Press& press) {
    const FontSet fonts(press.resources.fonts());
    const Json answers = with_number(content.wording.form, content.answers, record.id);
    const std::string salon = text_at(vault.settings().value("salon", Json::object()), "salon_name");
    const auto copy = [&](const Composition& what, const PageCode& code) {
        Rendered rendered = render(content.wording.template_source, content.wording.locale, what, fonts, content.images, code);
        std::string pdf = sealed(rendered.pdf, archival_options(content, press.resources),
                                 {press.seal, salon, record.fixed_time, places_to_sign(rendered.map), press.timestamper});
        return copy_from(std::move(rendered), what.copy, std::move(pdf));
    };
    // Side by side, the first in this thread: no copy needs anything of another, nor of the vault, which is
    // for one thread.
    std::vector<std::future<CopyBytes>> begun;
    for (int number = 1; number <= content.wording.form.copies; ++number) {
        Composition what = copy_of(record, number, composition(content, answers), vault, checkpoint);
        const PageCode code = code_of(record, what, vault);
        begun.push_back(std::async(number == 1 ? std::launch::deferred : std::launch::async, copy, std::move(what), code));
    }
    std::vector<CopyBytes> copies;
    naming_file(content.wording.template_file, [&] {
        for (std::future<CopyBytes>& one : begun) {
            copies.push_back(one.get());
            tell(press.progress, "copies", copies.size(), begun.size());
        }
    });
    return copies;
}

CopyBytes render_draft(const RecordContent& content, const Resources& resources, Instant now) {
    const FontSet fonts(resources.fonts());
    Composition what = composition(content, content.answers);
    what.is_draft = true;
    what.issued_at = to_rfc3339(now);
    return naming_file(content.wording.template_file, [&] {
        Rendered rendered =
            render(content.wording.template_source, content.wording.locale, what, fonts, content.images, std::nullopt);
        std::string pdf = archival(rendered.pdf, archival_options(content, resources));
        return copy_from(std::move(rendered), 1, std::move(pdf));
    });
}

Findings rehearse(const Vault& vault, RecordContent& content, const Resources& resources, Instant now) {
    RecordEntry record;
    record.id = content.wording.form.prefix + "-0000-0001";
    record.fixed = Json::object();
    record.fixed_time = to_rfc3339(now);
    record.content_hash = content.hash;
    const Json answers = with_number(content.wording.form, content.answers, record.id);
    const Composition what = copy_of(record, 1, composition(content, answers), vault,
                                     vault.signed_checkpoint(vault.size()));
    return naming_file(content.wording.template_file, [&] {
        const FontSet fonts(resources.fonts());
        Composed composed = compose(content.wording.template_source, content.wording.locale, what);
        const Typeset set = typeset(composed.blocks, fonts,
                                    {content.wording.locale.icu, composed.frame, code_of(record, what, vault)});
        content.likely_pages = static_cast<int>(set.pages.size());
        return std::move(composed.findings);
    });
}

}  // namespace ugoda
