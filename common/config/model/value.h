#pragma once

#include <utility>

#include "common/diagnostics/source_range.h"

namespace twinhelm::config::model
{

/// A value of the configuration and where it stands. `given` is false while it is keepalived's default;
/// then the range is that of the enclosing block's header. A value that came through $NAME carries the place
/// of use; the expansion knows the definition.
template<typename T>
struct Value {
    T value{};
    bool given = false; ///< beside the value, where small ones leave room: a real server has many values
    SourceRange range;

    Value() = default;
    explicit Value(T initial) : value(std::move(initial)) {}
    Value(T v, SourceRange where) : value(std::move(v)), given(true), range(where) {}

    void set(T v, SourceRange where) { *this = Value(std::move(v), where); }
    [[nodiscard]] const T &operator*() const { return value; }
    [[nodiscard]] const T *operator->() const { return &value; }
};

} // namespace twinhelm::config::model
