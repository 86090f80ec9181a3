// Whatever the worker does, the program says one clear thing about one file and goes on.
#include "worker/client.h"

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <future>
#include <vector>

#include "base/error.h"
#include "picture/made_risky_pictures.h"
#include "support/temporary_folder.h"

using namespace ugoda;
using namespace ugoda::test;

namespace {

const std::filesystem::path fake = UGODA_BINARY_DIR "/fake_worker";

std::string told(const std::string& name, std::string_view bytes = "x", Fault fault = Fault::input,
                 const std::filesystem::path& program = fake) {
    try {
        (void)read_picture_in_worker(
            bytes, name, {}, 200,
            {program, std::chrono::milliseconds(name == "too much" ? 60'000 : 1500)});
        return "";
    } catch (const Error& error) {
        return error.fault() == fault ? error.what() : std::string("wrong fault: ") + error.what();
    }
}

bool has_children() { return ::waitpid(-1, nullptr, WNOHANG) != -1; }

}  // namespace

TEST_CASE("the worker reads what the program does not open itself") {
    for (const std::string& bytes :
         {four_corners_heic(320, 192), four_corners_webp(320, 192), four_corners_tiff(320, 192)}) {
        const Picture here = read_risky_picture(bytes, "a.b", {}, 200);
        const Picture there = read_picture_in_worker(bytes, "a.b", {}, 200);
        CHECK(there.rendition == here.rendition);
        CHECK(to_json(there.facts) == to_json(here.facts));
        CHECK(there.findings.size() == here.findings.size());
    }
}

TEST_CASE("what the worker refuses is refused in its words, about the file") {
    try {
        (void)read_picture_in_worker(four_corners_tiff(64, 64).substr(0, 300), "scan.tif", {}, 200);
        FAIL("was read");
    } catch (const Error& error) {
        CHECK(error.fault() == Fault::input);
        CHECK(error.where() == "scan.tif");
        CHECK_THAT(error.text(), Catch::Contains("cannot be shown"));
    }
    CHECK(told("refusal") == "refusal: is a drawing; take a photograph");
    CHECK_THAT(told("bug"), Catch::Contains("could not be opened: lost its way"));
}

TEST_CASE("a worker that crashes, hangs, lies or babbles costs one file and nothing else") {
    CHECK_THAT(told("crash"),
               Catch::StartsWith("crash: could not be opened: its reader broke off"));
    CHECK_THAT(told("exit early"), Catch::Contains("its reader broke off"));
    CHECK_THAT(told("out of time"), Catch::Contains("takes too long to open"));
    CHECK_THAT(told("hang"), Catch::Contains("takes too long to open"));
    CHECK_THAT(told("close, hang"), Catch::Contains("takes too long to open"));
    for (const char* name : {"silence", "garbage", "half", "lies", "odd", "too much"})
        CHECK_THAT(told(name), Catch::Contains("its reader gave no usable answer"));
    CHECK_FALSE(has_children());
}

TEST_CASE("a worker that reads nothing of a long picture does not stop or kill the program") {
    const std::string sixteen_megabytes(16u << 20, 'x');
    CHECK_THAT(told("any", sixteen_megabytes, Fault::input, "/bin/false"),
               Catch::Contains("its reader broke off"));
    CHECK_THAT(told("any", sixteen_megabytes, Fault::input, "/bin/true"),
               Catch::Contains("no usable answer"));
}

TEST_CASE("workers side by side disturb neither each other nor what the program does about a broken pipe") {
    const std::string sixteen_megabytes(16u << 20, 'x');
    struct sigaction before {};
    ::sigaction(SIGPIPE, nullptr, &before);
    std::vector<std::future<std::string>> unread;
    for (int i = 0; i < 8; ++i)
        unread.push_back(std::async(std::launch::async, [&, i] {
            return told("any", sixteen_megabytes, Fault::input, i % 2 == 0 ? "/bin/false" : "/bin/true");
        }));
    for (int i = 0; i < 8; ++i)
        CHECK(read_picture_in_worker(four_corners_webp(320, 192), "a.webp", {}, 200).rendition_width == 200);
    for (auto& one : unread) CHECK_THAT(one.get(), Catch::StartsWith("any: could not be opened"));
    struct sigaction after {};
    ::sigaction(SIGPIPE, nullptr, &after);
    CHECK(after.sa_handler == before.sa_handler);
    CHECK_FALSE(has_children());
}

TEST_CASE("a worker that is not installed is the computer's fault, not the picture's") {
    CHECK_THAT(told("a.heic", "x", Fault::storage, "/nonexistent/ugoda-worker"),
               Catch::Contains("cannot be started"));
}

TEST_CASE("a picture of twelve megapixels goes to the worker and comes back small") {
    const Picture picture =
        read_picture_in_worker(four_corners_webp(4000, 3000), "big.webp", {}, 1200);
    CHECK(picture.facts.width == 4000);
    CHECK(picture.rendition_width == 1200);
}
