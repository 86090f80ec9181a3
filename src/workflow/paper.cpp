#include "workflow/paper.h"

#include "base/files.h"
#include "document/pdf_writer.h"
#include "document/typeset.h"
#include "seal/sealing.h"
#include "workflow/record_wording.h"

namespace ugoda {

namespace {

constexpr std::uintmax_t wording_bytes = 4u << 20;

std::string read_wording(const std::filesystem::path& file) { return read_file(file, wording_bytes, Fault::wording); }

Json read_json(const std::filesystem::path& file) { return parse_json(read_wording(file), file.string()); }

}  // namespace

Paper load_paper(const Resources& resources, const std::string& name, const std::string& locale) {
    const Shelf forms = resources.forms(), templates = resources.templates();
    const std::filesystem::path form_file = forms.shipped("papers/" + name + ".json");
    Paper paper;
    paper.form = parse_form(read_wording(form_file), read_json(forms.shipped("types.json")), form_file.string());
    paper.locale = load_locale(templates, locale);
    const std::filesystem::path own_file = templates.file(paper.locale.name + "/" + name + ".json");
    paper.own = read_json(own_file);
    paper.locale.labels.merge_patch(paper.own);
    paper.locale.files["labels.json"] = own_file.string();
    paper.template_file = templates.file(paper.locale.name + "/" + name + ".md");
    paper.template_source = read_wording(paper.template_file);
    return paper;
}

std::string make_paper(const Paper& paper, const PaperContent& content, const Resources& resources) {
    Composition what{.form = paper.form, .answers = content.answers, .photos = content.photos,
                     .attachments = content.attachments, .issued_at = to_rfc3339(content.made),
                     .checkpoint = content.checkpoint, .key_fingerprint = content.key_fingerprint};
    what.wants_initials = false;
    return naming_file(paper.template_file, [&] {
        const FontSet fonts(resources.fonts());
        const Composed composed = compose(paper.template_source, paper.locale, what);
        const Typeset set = typeset(composed.blocks, fonts, {paper.locale.icu, content.frame, std::nullopt});
        const DocumentInfo info{content.title, text_at(content.answers, "salon_name"), content.frame.title,
                                content.made};
        return archival(write_pdf(set.pages, fonts, content.images, info),
                      {paper.locale.name, resources.folder / "sRGB.icc"});
    });
}

}  // namespace ugoda
