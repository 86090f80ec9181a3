#include "vault/verify_signatures.h"

namespace ugoda {

SignatureCheck::SignatureCheck(const std::vector<Printed>& printed, const VerifierKey& key)
    : printed_(printed),
      key_(key),
      is_signed_(printed.size(), 0),
      background_(std::async(std::launch::async, [this] { work(); })) {}

SignatureCheck::~SignatureCheck() { next_ = printed_.size(); }

/// Takes one after the other, as long as there is one that nobody took.
void SignatureCheck::work() {
    for (std::size_t i = next_++; i < printed_.size(); i = next_++)
        is_signed_[i] = is_signed_by(printed_[i].note, key_) ? 1 : 0;
}

const std::vector<char>& SignatureCheck::finish() {
    work();
    if (background_.valid()) background_.get();
    return is_signed_;
}

}  // namespace ugoda
