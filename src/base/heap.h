// How the program asks the system for memory.
#pragma once

namespace ugoda {

/// Large pieces, in large pages where the system has them, and none given back before the end.
/// To be called first: a run of the program is short, and a third of it was spent on getting
/// the same memory page by page again and again. Changes speed only.
void use_large_pieces_of_memory();

}  // namespace ugoda
