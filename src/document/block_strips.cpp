#include "document/block_strips.h"

namespace ugoda {

namespace {

struct StripsOf {
    const Measure& measure;
    double tallest_photo;

    Strips operator()(const PhotoRow& row) const { return strips_of(row, measure, tallest_photo); }
    template <typename Kind>
    Strips operator()(const Kind& block) const {
        return strips_of(block, measure);
    }
};

}  // namespace

Strips strips_of(const Block& block, const Measure& measure, double tallest_photo) {
    return std::visit(StripsOf{measure, tallest_photo}, block);
}

}  // namespace ugoda
