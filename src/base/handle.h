// One way to own what a C library hands out.
#pragma once

#include <memory>

namespace ugoda {

template <auto Release>
struct ReleaseWith {
    template <typename T>
    void operator()(T* handle) const noexcept {
        Release(handle);
    }
};

/// `Handle<EVP_MD_CTX, EVP_MD_CTX_free>` is a unique_ptr of zero extra size.
template <typename T, auto Release>
using Handle = std::unique_ptr<T, ReleaseWith<Release>>;

}  // namespace ugoda
