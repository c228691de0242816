#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace twinhelm::config
{

/// What ~SEQ(...), ~SEQx(...) or ~LST(...) in front of a line asks for: the rest of the line once per round,
/// with the variables set to that round's values.
class Repetition
{
public:
    /// Nothing when `directive`, from ~ to ), makes no sense; `why` then says so.
    static std::optional<Repetition> parse(std::string_view directive, std::string &why);

    [[nodiscard]] const std::vector<std::string> &variables() const { return variables_; }
    [[nodiscard]] std::size_t rounds() const { return rounds_; }
    [[nodiscard]] std::string value(std::size_t variable, std::size_t round) const;

private:
    bool parseSequence(const std::vector<std::string_view> &arguments, std::string &why);
    bool parseList(std::string_view arguments, std::string &why);

    std::vector<std::string> variables_;
    std::vector<std::vector<std::string>> values_; ///< of ~LST, by round
    std::size_t rounds_ = 0;
    long long first_ = 0;
    long long step_ = 1;
    bool sequence_ = false;
    bool hex_ = false;
};

} // namespace twinhelm::config
