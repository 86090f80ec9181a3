#include "worker/client.h"

#include "base/error.h"
#include "base/resources.h"
#include "worker/child.h"
#include "worker/message.h"
#include "worker/picture_job.h"

namespace ugoda {

namespace fs = std::filesystem;

namespace {

fs::path installed_worker() {
    std::error_code failed;
    const fs::path program = find_part("ugoda-worker");
    if (fs::is_regular_file(program, failed)) return program;
    throw Error(Fault::storage, program.string(), "the program that opens such files is not there",
                "install ugoda again");
}

Error unusable(const std::string& name, const std::string& what) {
    return {Fault::input, name, what,
            "save or export it as JPEG with another program, and keep the original"};
}

/// An error the worker tells of is about this file, or a bug; it has no say in anything else.
Error told(const Json& error, const std::string& name) {
    if (text_at(error, "fault") == "input")
        return {Fault::input, name, text_at(error, "what"), text_at(error, "remedy")};
    return unusable(name, "could not be opened: " + text_at(error, "what"));
}

Message answer_in(ChildRun run, const std::string& name) {
    switch (run.ending) {
        case Ending::too_late:
            throw unusable(name, "takes too long to open");
        case Ending::too_much:
            throw unusable(name, "could not be opened: its reader gave no usable answer");
        case Ending::killed:
        case Ending::failed:
            throw unusable(name,
                           "could not be opened: its reader broke off, as happens over damaged or "
                           "hostile files");
        case Ending::done:
            break;
    }
    if (auto answer = parse_message(run.output, {})) return std::move(*answer);
    throw unusable(name, "could not be opened: its reader gave no usable answer");
}

}  // namespace

Picture read_picture_in_worker(std::string_view bytes, const std::string& name,
                               const PictureLimits& limits, int long_side,
                               const WorkerSettings& settings) {
    const std::string json = to_json(PictureJob{name, limits, long_side})
                                 .dump(-1, ' ', false, Json::error_handler_t::replace);
    const std::string head = message_head(json.size(), bytes.size());
    const MessageLimits most;
    const fs::path program = settings.program.empty() ? installed_worker() : settings.program;
    Message answer =
        answer_in(run_child(program, {head, json, bytes},
                            {settings.time, message_head_size + most.json + most.bytes}),
                  name);
    if (answer.json.contains("error")) throw told(answer.json.at("error"), name);
    auto picture = picture_from(std::move(answer));
    if (!picture) throw unusable(name, "could not be opened: its reader gave no usable answer");
    // What can be known here is not taken from there.
    picture->facts.media_type = media_type(bytes);
    picture->facts.bytes = bytes.size();
    return std::move(*picture);
}

}  // namespace ugoda
