// The worker's one task: read a request, do it, write the answer.
#pragma once

namespace ugoda {

/// From descriptor `in` to descriptor `out`. Returns the exit code: 0 when an answer was written.
[[nodiscard]] int serve(int in, int out);

}  // namespace ugoda
