// What the worker gives up before it has read a byte of what it is to open.
#pragma once

namespace ugoda {

/// No files, folders or sockets can be opened any more, none written, no program started with
/// more rights, no core left; memory and processor time are limited. There is no way back.
/// Throws Error(Fault::storage) when the system refuses one of them.
void confine_this_process();

}  // namespace ugoda
