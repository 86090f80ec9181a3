#include "vault/outlined_events.h"

#include <array>
#include <utility>

namespace ugoda {

namespace {

/// A batch is full with the first that is reached: a thread for each costs as much as forty events.
constexpr std::size_t batch_events = 2048, batch_bytes = 4u << 20;

/// Copies of events as they lie in the log, and what became of them.
class Batch {
  public:
    void add(const StoredEvent& stored) {
        places_.push_back({stored.seq, stored.header.size(),
                           stored.payload ? std::optional(stored.payload->size()) : std::nullopt});
        bytes_ += stored.header;
        if (stored.payload) bytes_ += *stored.payload;
    }
    void outline_all();
    void clear() {
        bytes_.clear();
        places_.clear();
        events_.clear();
    }
    [[nodiscard]] bool is_full() const { return places_.size() >= batch_events || bytes_.size() >= batch_bytes; }
    [[nodiscard]] const std::vector<OutlinedEvent>& events() const { return events_; }

  private:
    struct Place {
        std::uint64_t seq;
        std::size_t header;
        std::optional<std::size_t> payload;
    };
    std::string bytes_;
    std::vector<Place> places_;
    std::vector<OutlinedEvent> events_;
};

void Batch::outline_all() {
    std::string_view rest = bytes_;
    const auto take = [&](std::size_t size) {
        const std::string_view piece = rest.substr(0, size);
        rest.remove_prefix(size);
        return piece;
    };
    events_.reserve(places_.size());
    for (const Place& place : places_) {
        OutlinedEvent& made = events_.emplace_back();
        made.stored = {place.seq, take(place.header), std::nullopt};
        if (place.payload) made.stored.payload = take(*place.payload);
        try {
            made.event = outline(made.stored);
        } catch (const std::exception&) {
            made.damage = std::current_exception();
        }
    }
}

/// One batch is filled or shown while the one before it is outlined.
class Pipeline {
  public:
    explicit Pipeline(const std::function<void(const OutlinedEvent&)>& visit) : visit_(visit) {}

    void add(const StoredEvent& stored) {
        filled_->add(stored);
        if (filled_->is_full()) turn();
    }
    void finish() {
        turn();
        turn();
    }

  private:
    /// The filled batch begins to be outlined, the one before it is shown and becomes empty.
    void turn() {
        if (outlining_.valid()) outlining_.get();
        std::swap(filled_, outlined_);
        outlining_ = std::async(std::launch::async, [batch = outlined_] { batch->outline_all(); });
        for (const OutlinedEvent& event : filled_->events()) visit_(event);
        filled_->clear();
    }

    const std::function<void(const OutlinedEvent&)>& visit_;
    std::array<Batch, 2> batches_;
    Batch *filled_ = &batches_[0], *outlined_ = &batches_[1];
    std::future<void> outlining_;  // last: its end is waited for before the batches go
};

}  // namespace

void for_each_outlined(const LogStore& log,
                       const std::function<void(const OutlinedEvent&)>& visit) {
    Pipeline pipeline(visit);
    log.for_each([&](const StoredEvent& stored) { pipeline.add(stored); });
    pipeline.finish();
}

}  // namespace ugoda
