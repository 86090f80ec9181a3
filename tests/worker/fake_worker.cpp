// A worker gone wrong, in the way that the name of the picture says.
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <string>

namespace {

std::string read_all() {
    std::string text;
    std::array<char, 65536> buffer{};
    for (ssize_t size = 0; (size = ::read(STDIN_FILENO, buffer.data(), buffer.size())) > 0;)
        text.append(buffer.data(), static_cast<std::size_t>(size));
    return text;
}

void say(const std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
        const ssize_t written = ::write(STDOUT_FILENO, text.data() + at, text.size() - at);
        if (written <= 0) return;
        at += static_cast<std::size_t>(written);
    }
}

void answer(const std::string& json) {
    std::string head("UGW1\0\0\0\0\0\0\0\0\0\0\0\0", 16);
    head[6] = static_cast<char>(json.size() >> 8);
    head[7] = static_cast<char>(json.size() & 0xFF);
    say(head + json);
}

}  // namespace

int main() {
    if (std::getenv("HOME") != nullptr || std::getenv("PATH") != nullptr)
        return 9;  // nothing is handed down
    const std::string request = read_all();
    const auto is = [&](const char* name) { return request.find(name) != std::string::npos; };
    if (is("crash")) std::raise(SIGSEGV);
    if (is("out of time")) std::raise(SIGXCPU);
    if (is("close")) ::close(STDOUT_FILENO);
    if (is("hang")) ::sleep(100);
    if (is("exit early")) return 1;
    if (is("silence")) return 0;
    if (is("garbage")) say("\x01\x02 no message at all");
    if (is("too much"))
        for (;;) say(std::string(1u << 20, 'x'));
    if (is("half")) say("UGW1\0\0\0\x10");
    if (is("lies"))
        answer(
            R"({"done": {"facts": {"width": -5, "height": 7}, "rendition_size": [1, 1], "findings": []}})");
    if (is("odd")) answer(R"({"done": [1, {"facts": null}]})");
    if (is("refusal"))
        answer(
            R"({"error": {"fault": "input", "what": "is a drawing", "remedy": "take a photograph"}})");
    if (is("bug")) answer(R"({"error": {"fault": "other", "what": "lost its way", "remedy": ""}})");
    return 0;
}
