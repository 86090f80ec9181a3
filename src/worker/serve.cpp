#include "worker/serve.h"

#include <unistd.h>

#include <array>
#include <new>

#include "base/error.h"
#include "worker/message.h"
#include "worker/picture_job.h"

namespace ugoda {

namespace {

constexpr MessageLimits request_limits{1u << 20, 1ull << 30};

/// All there is; the client closes its end behind the request.
std::string read_all(int from) {
    std::string text;
    std::array<char, 1u << 16> buffer{};
    for (ssize_t size = 0; (size = ::read(from, buffer.data(), buffer.size())) > 0;)
        text.append(buffer.data(), static_cast<std::size_t>(size));
    return text;
}

bool write_all(int to, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(to, text.data(), text.size());
        if (written <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

Message error_answer(const Error& error) {
    return {{{"error",
              {{"fault", error.fault() == Fault::input ? "input" : "other"},
               {"what", error.text()},
               {"remedy", error.remedy()}}}},
            {}};
}

Message answer_to(const std::string& text) try {
    const auto request = parse_message(text, request_limits);
    if (!request)
        throw Error(Fault::internal, "worker", "was asked for something it does not know",
                    "report this");
    const PictureJob job = picture_job_from(request->json);
    return to_answer(read_risky_picture(request->bytes, job.name, job.limits, job.long_side));
} catch (const Error& error) {
    return error_answer(error);
} catch (const std::bad_alloc&) {
    return error_answer({Fault::input, "", "needs more memory than any photograph should",
                         "save or export it as JPEG with another program, and keep the original"});
}

}  // namespace

int serve(int in, int out) {
    const Message answer = answer_to(read_all(in));
    const std::string json = answer.json.dump(-1, ' ', false, Json::error_handler_t::replace);
    const bool is_written = write_all(out, message_head(json.size(), answer.bytes.size())) &&
                            write_all(out, json) && write_all(out, answer.bytes);
    return is_written ? 0 : 1;
}

}  // namespace ugoda
