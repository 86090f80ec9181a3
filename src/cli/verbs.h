// One function per verb: options in, exit code out. Each calls one workflow and prints.
#pragma once

#include <string>
#include <vector>

#include "cli/session.h"

namespace ugoda {

struct InitOptions {
    std::string folder, salon_file;
};
[[nodiscard]] ExitCode run_init(const InitOptions& options, const Session& session);

/// Of a case or a visit.
struct CaseOptions {
    std::string number, file, why, despite, by;
    std::vector<std::string> visits;
};
[[nodiscard]] ExitCode run_case_open(const CaseOptions& options, const Session& session);
[[nodiscard]] ExitCode run_case_add(const CaseOptions& options, const Session& session);
[[nodiscard]] ExitCode run_case_list(const Session& session);
[[nodiscard]] ExitCode run_case_show(const CaseOptions& options, const Session& session);
[[nodiscard]] ExitCode run_case_close(const CaseOptions& options, const Session& session);

[[nodiscard]] ExitCode run_visit_open(const CaseOptions& options, const Session& session);
[[nodiscard]] ExitCode run_visit_add(const CaseOptions& options, const Session& session);
[[nodiscard]] ExitCode run_visit_list(const Session& session);
[[nodiscard]] ExitCode run_visit_show(const CaseOptions& options, const Session& session);

struct PhotoOptions {
    std::string number;
    std::vector<std::string> before, after, followup;
};
[[nodiscard]] ExitCode run_photo_add(const PhotoOptions& options, const Session& session);

struct AttachOptions {
    std::string number, file, kind, title, made_at, time_source, author;
    int pages = 0;
};
[[nodiscard]] ExitCode run_attach(const AttachOptions& options, const Session& session);

struct IssueVerbOptions {
    std::string form, number, answers, locale, out = ".", despite, by, draft_to;
    bool is_draft = false;
};
[[nodiscard]] ExitCode run_issue(const IssueVerbOptions& options, const Session& session);

struct TrailOptions {
    std::string number, pdf, locale;
};
[[nodiscard]] ExitCode run_trail(const TrailOptions& options, const Session& session);
[[nodiscard]] ExitCode run_verify(const std::string& witness, const Session& session);
[[nodiscard]] ExitCode run_verify_paper(const std::string& file, const std::string& witness, const Session& session);
[[nodiscard]] ExitCode run_settings_accept(const Session& session);
[[nodiscard]] ExitCode run_reindex(const Session& session);

}  // namespace ugoda
