#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace twinhelm
{

/// Text that must not reach a log, a diff, a history row or a bug report.
/// There is no conversion to string and no stream operator; whoever needs the bytes says `reveal()`.
class Secret
{
public:
    Secret() = default;
    explicit Secret(std::string text) : text_(std::move(text)) {}

    [[nodiscard]] std::string_view reveal() const { return text_; }
    [[nodiscard]] bool empty() const { return text_.empty(); }
    /// What a person may see: that there is something, not how long it is.
    [[nodiscard]] static std::string_view mask() { return "••••••••"; }

    friend bool operator==(const Secret &, const Secret &) = default;

private:
    std::string text_;
};

} // namespace twinhelm
