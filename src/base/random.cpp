#include "base/random.h"

#include <openssl/rand.h>

#include "base/error.h"

namespace ugoda {

std::string SystemRandom::bytes(std::size_t count) {
    std::string result(count, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char*>(result.data()), static_cast<int>(count)) != 1)
        throw Error(Fault::storage, "random numbers", "the system gave none", "restart the computer");
    return result;
}

}  // namespace ugoda
