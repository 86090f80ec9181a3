#include "vault/verify_signatures.h"

namespace ugoda {

SignatureCheck::SignatureCheck(const std::vector<Printed>& printed, const KeyHistory& keys)
    : printed_(printed),
      keys_(keys),
      objections_(printed.size()),
      background_(std::async(std::launch::async, [this] { work(); })) {}

SignatureCheck::~SignatureCheck() { next_ = printed_.size(); }

/// Takes one after the other, as long as there is one that nobody took.
void SignatureCheck::work() {
    for (std::size_t i = next_++; i < printed_.size(); i = next_++)
        objections_[i] = keys_.objection(printed_[i].note, printed_[i].seq);
}

const std::vector<std::optional<Objection>>& SignatureCheck::finish() {
    work();
    if (background_.valid()) background_.get();
    return objections_;
}

}  // namespace ugoda
