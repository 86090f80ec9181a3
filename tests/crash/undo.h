// What was done to files and is not durable yet, so that a power cut can take it back.
#pragma once

#include <sys/types.h>

#include <string>

namespace crash {

/// Called before the bytes [at, at + size) of the file behind `fd` change, or it shrinks to `at`
/// (then `size` is all that goes).
void before_bytes(int fd, off_t at, std::size_t size);
/// Bytes of that file are durable.
void bytes_synced(int fd);

/// Called after a name was made; `is_folder` for mkdir.
void name_made(const std::string& path, bool is_folder);
/// Called before a name goes, or before another file takes its place. Keeps the file.
void before_name_goes(const std::string& path);
/// Called after a rename.
void name_moved(const std::string& from, const std::string& to);
/// Called after two names of one folder changed places.
void names_exchanged(const std::string& one, const std::string& other);
/// Names in that folder are durable.
void names_synced(const std::string& folder);

/// Takes back, newest first, what is not durable: bytes always, names only if asked.
void undo_all(bool names_too);

}  // namespace crash
