#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace twinhelm::config
{

/// Reads a variable of the environment that the daemon would run in.
using Environment = std::function<std::optional<std::string>(const std::string &name)>;

/// Of this process.
[[nodiscard]] std::optional<std::string> processEnvironment(const std::string &name);

/// Random numbers for ${_RANDOM}. The same seed gives the same configuration on every run and machine, as a check must;
/// keepalived takes the clock unless random_seed is given.
class RandomNumbers
{
public:
    explicit RandomNumbers(std::uint32_t seed = 1) { setSeed(seed); }

    void setSeed(std::uint32_t seed);
    /// From `least` to `most`, both included; `least` when they are the wrong way round.
    [[nodiscard]] std::uint32_t next(std::uint32_t least, std::uint32_t most);

    friend bool operator==(const RandomNumbers &, const RandomNumbers &) = default;

private:
    std::uint32_t state_ = 1;
};

/// The value of ${NAME PARAMETERS} for keepalived's own names: _PWD, _INSTANCE, _RANDOM [MIN [MAX]], _ENV VARIABLE,
/// _HASH, _BANG. Nothing for other names and for parameters that do not fit; such a reference stays as it stands.
struct BuiltIns {
    std::string nodeId;
    std::string directory; ///< of the file being read
    Environment environment;

    [[nodiscard]] std::optional<std::string> value(std::string_view name, std::string_view parameters,
                                                   RandomNumbers &random) const;
};

} // namespace twinhelm::config
