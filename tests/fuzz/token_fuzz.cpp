// What a timestamp authority replies, and the list of revoked certificates that its certificate names.
// token_root.pem is of an authority whose key nobody has any more: what is believed is what it signed.
#include "base/files.h"
#include "fuzz/contract.h"
#include "seal/timestamp.h"

namespace {

using namespace ugoda;

/// The one moment that the authority dated anything, and the one thing.
void must_be_the_kept_one(const Timestamp& stamp) {
    fuzz::must(stamp.time.seconds == 1'800'000'000);
    fuzz::must(stamp.authority == "Fuzz Time");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(fuzz::text_of(data, size));
    static const std::string root = read_file(UGODA_SOURCE_DIR "/tests/fuzz/token_root.pem", 1u << 16, Fault::input);
    static const TimestampRequest request = request_timestamp(sha256("a checkpoint"), "\x11\x22\x33\x44\x55\x66\x77\x88");
    fuzz::must_end_well([&] { must_be_the_kept_one(read_timestamp(bytes, request, root, "authority")); });
    fuzz::must_end_well([&] { must_be_the_kept_one(check_timestamp(bytes, request.imprint, root, "event 1")); });
    fuzz::must_end_well([&] { require_certificates(bytes, "ca.pem"); });
    fuzz::must(revocation_by(bytes, root, {1'800'000'000, 0}) != Revocation::revoked);
    return 0;
}
