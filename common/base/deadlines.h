#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "common/base/time.h"

namespace twinhelm
{

/// The earliest of many deadlines, one for each index: an indexed binary heap. Of equal ones the lowest index comes
/// first, so that a thousand adverts that are due together leave in the same order, and none late, each time. set() is
/// O(log n) and allocates nothing, since it runs for each advert of thousands of instances.
class Deadlines
{
public:
    explicit Deadlines(std::size_t count = 0) : at_(count), place_(count, absent) {}

    void set(std::size_t index, std::optional<TimePoint> at)
    {
        if (!at) {
            remove(index);
            return;
        }
        at_[index] = *at;
        if (place_[index] == absent) {
            place_[index] = heap_.size();
            heap_.push_back(index);
        }
        up(place_[index]);
        down(place_[index]);
    }

    [[nodiscard]] std::optional<TimePoint> earliest() const
    {
        return heap_.empty() ? std::nullopt : std::optional(at_[heap_.front()]);
    }

    /// Index of the earliest one; only when earliest() holds a value.
    [[nodiscard]] std::size_t front() const { return heap_.front(); }

private:
    static constexpr std::size_t absent = static_cast<std::size_t>(-1);

    void remove(std::size_t index)
    {
        const std::size_t hole = std::exchange(place_[index], absent);
        if (hole == absent)
            return;
        const std::size_t last = heap_.back();
        heap_.pop_back();
        if (last == index)
            return;
        heap_[hole] = last;
        place_[last] = hole;
        up(hole);
        down(place_[last]);
    }

    [[nodiscard]] bool less(std::size_t a, std::size_t b) const
    {
        const auto &[first, second] = std::pair(at_[heap_[a]], at_[heap_[b]]);
        return first < second || (first == second && heap_[a] < heap_[b]);
    }

    void exchangePlaces(std::size_t a, std::size_t b)
    {
        std::swap(heap_[a], heap_[b]);
        place_[heap_[a]] = a;
        place_[heap_[b]] = b;
    }

    void up(std::size_t i)
    {
        for (; i > 0 && less(i, (i - 1) / 2); i = (i - 1) / 2)
            exchangePlaces(i, (i - 1) / 2);
    }

    void down(std::size_t i)
    {
        while (true) {
            std::size_t least = i;
            for (const std::size_t child : {2 * i + 1, 2 * i + 2}) {
                if (child < heap_.size() && less(child, least))
                    least = child;
            }
            if (least == i)
                return;
            exchangePlaces(i, least);
            i = least;
        }
    }

    std::vector<TimePoint> at_;
    std::vector<std::size_t> heap_;
    std::vector<std::size_t> place_;
};

} // namespace twinhelm
