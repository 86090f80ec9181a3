#include "document/paginator.h"

#include "base/error.h"

namespace ugoda {

namespace {

class Paginator {
  public:
    explicit Paginator(Body body) : body_(body) { begin_page(); }

    /// Strips [first, past) stick together.
    void add(const Strips& strips, std::size_t first, std::size_t past) {
        const bool is_continued = strips[first].kind == StripKind::table_row;
        if (!is_continued && strips[first].kind != StripKind::table_head) head_.clear();
        if (strips[first].kind == StripKind::page_break) {
            wants_break_ = !is_fresh_;
            return;
        }
        if (wants_break_) begin_page();
        if (!fits(stuck_height(strips, first, past))) begin_next_page(is_continued);
        for (std::size_t i = first; i < past; ++i) add_one(strips[i]);
    }

    std::vector<FilledPage> pages;

  private:
    [[nodiscard]] bool fits(double height) const { return y_ + height <= body_.bottom + 1e-6; }
    [[nodiscard]] double space_before(const Strip& strip) const {
        return is_fresh_ ? 0 : strip.space_before;
    }

    [[nodiscard]] double stuck_height(const Strips& strips, std::size_t first,
                                      std::size_t past) const {
        double height = space_before(strips[first]) + strips[first].height;
        for (std::size_t i = first + 1; i < past; ++i)
            height += strips[i].space_before + strips[i].height;
        return height;
    }

    void begin_page() {
        pages.emplace_back();
        y_ = body_.top;
        is_fresh_ = true;
        wants_break_ = false;
    }

    void begin_next_page(bool repeats_head) {
        if (!is_fresh_) begin_page();
        if (repeats_head)
            for (const Strip& strip : head_) place(strip);
    }

    /// Only what is taller than a page comes to the end of one here.
    void add_one(const Strip& strip) {
        if (!fits(space_before(strip) + strip.height))
            begin_next_page(strip.kind == StripKind::table_row);
        if (!fits(space_before(strip) + strip.height))
            throw Error(Fault::wording, "page " + std::to_string(pages.size()),
                        "something is taller than a page", "make it smaller or divide it");
        if (strip.kind == StripKind::table_head) remember_head(strip);
        place(strip);
        last_kind_ = strip.kind;
    }

    void remember_head(const Strip& strip) {
        if (last_kind_ != StripKind::table_head) head_.clear();
        head_.push_back(strip);
    }

    void place(const Strip& strip) {
        y_ += space_before(strip);
        FilledPage& page = pages.back();
        for (const Mark& mark : strip.marks) page.page.marks.push_back(moved_down(mark, y_));
        for (Box box : strip.boxes) {
            box.at.y += y_;
            page.boxes.push_back(box);
        }
        y_ += strip.height;
        is_fresh_ = false;
    }

    Body body_;
    double y_ = 0;
    bool is_fresh_ = true;
    bool wants_break_ = false;  ///< a break with nothing behind it makes no page
    Strips head_;
    StripKind last_kind_ = StripKind::text;
};

}  // namespace

std::vector<FilledPage> paginate(const Strips& strips, Body body) {
    Paginator paginator(body);
    for (std::size_t first = 0; first < strips.size();) {
        std::size_t past = first + 1;
        while (past < strips.size() && strips[past - 1].sticks) ++past;
        paginator.add(strips, first, past);
        first = past;
    }
    return std::move(paginator.pages);
}

}  // namespace ugoda
