#include "base/text.h"
#include "cli/verbs.h"
#include "workflow/add_photos.h"
#include "workflow/case_reader.h"
#include "workflow/issue_record.h"

namespace ugoda {

namespace {

ExitCode report(const AddedFiles& result, const char* noun, const Session& session) {
    const ExitCode code = conclude({{"added", result.added}}, result.findings, session);
    if (!session.is_json)
        for (const Json& file : result.added)
            session.out << noun << ' ' << file.at("number") << "  " << text_at(file, "sha256").substr(0, 16) << "  "
                        << one_line(text_at(file, "file")) << '\n';
    return code;
}

}  // namespace

ExitCode run_photo_add(const PhotoOptions& options, const Session& session) {
    std::vector<NewPhoto> photos;
    for (const std::string& file : options.before) photos.push_back({file, "before"});
    for (const std::string& file : options.after) photos.push_back({file, "after"});
    for (const std::string& file : options.followup) photos.push_back({file, "followup"});
    return report(add_photos(session.workplace(), options.number, photos), "photograph", session);
}

ExitCode run_attach(const AttachOptions& options, const Session& session) {
    Json stated = {{"attachment_kind", options.kind}, {"attachment_title", options.title}};
    if (!options.made_at.empty()) stated["made_at"] = options.made_at;
    if (!options.made_at.empty()) stated["time_source"] = options.time_source;
    if (!options.author.empty()) stated["author"] = options.author;
    if (options.pages > 0) stated["page_count"] = options.pages;
    return report(attach_document(session.workplace(), options.number, options.file, stated), "attachment", session);
}

ExitCode run_issue(const IssueVerbOptions& options, const Session& session) {
    RecordRequest request{options.form, options.number, Json::object(), options.locale};
    if (!options.answers.empty()) request.answers = read_case_file(options.answers);
    const Issued issued = issue_record(session.workplace(), request,
                                       {options.out, options.is_draft, options.despite, options.by, options.draft_to});
    Json files = Json::array();
    for (const auto& file : issued.files) files.push_back(file.string());
    const ExitCode code = conclude(
        {{"record", issued.record.empty() ? Json() : Json(issued.record)}, {"version", issued.version},
         {"files", files}},
        issued.findings, session);
    if (!session.is_json)
        for (const auto& file : issued.files) session.out << one_line(file.string()) << '\n';
    return code;
}

}  // namespace ugoda
